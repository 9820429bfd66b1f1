-- Tokens whose owners signed out, until they would have expired anyway.
create table revoked_token (
    token_id   varchar(64)              not null primary key,
    expires_at timestamp with time zone not null
);
create index revoked_token_expired on revoked_token (expires_at);
