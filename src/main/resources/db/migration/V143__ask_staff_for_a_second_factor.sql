-- Whose authenticator app is bound: its secret encrypted, the last code that was used, and how many were tried since.
-- The password for programs is a digest.
create table second_factor (
    user_id          varchar(64)              not null primary key,
    secret           varchar(255)             not null,
    enrolled_at      timestamp with time zone not null,
    last_step        bigint                   not null,
    tries            integer                  not null,
    blocked_until    timestamp with time zone,
    program_password varchar(64)
);
