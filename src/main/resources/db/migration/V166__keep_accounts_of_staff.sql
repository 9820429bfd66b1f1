-- What the engine does not keep of its users: who is disabled, the link by which somebody sets a password once, who stands in
-- where and until when, and who changed what. Groups and passwords stay the engine's.
create table staff_account (
    user_id     varchar(64) not null primary key,
    disabled_at timestamp with time zone,
    link_digest varchar(64),
    link_until  timestamp with time zone,
    constraint staff_account_link unique (link_digest)
);

create sequence staff_stand_in_seq;
create table staff_stand_in (
    id         bigint                   not null primary key,
    user_id    varchar(64)              not null,
    group_id   varchar(64)              not null,
    starts_at  timestamp with time zone not null,
    ends_at    timestamp with time zone not null,
    given_by   varchar(64)              not null,
    given_at   timestamp with time zone not null,
    started_at timestamp with time zone,
    ended_at   timestamp with time zone,
    ended_by   varchar(64),
    constraint staff_stand_in_period check (ends_at > starts_at)
);
create index staff_stand_in_open on staff_stand_in (ended_at, ends_at);

create sequence staff_change_seq;
create table staff_change (
    id         bigint                   not null primary key,
    changed_at timestamp with time zone not null,
    changed_by varchar(64)              not null,
    user_id    varchar(64)              not null,
    what       varchar(400)             not null
);
create index staff_change_newest_first on staff_change (changed_at desc, id desc);
