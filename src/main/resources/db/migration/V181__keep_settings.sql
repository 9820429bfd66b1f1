-- Lists that managers change in the application and that have no table of their own. content is JSON, encrypted: some names people.
create table setting (
    list    varchar(32)    not null,
    item    varchar(64)    not null,
    content varchar(20000) not null,
    primary key (list, item)
);

-- How often an item was changed: of two who change the same version, the second is refused. Whoever changes one holds its row.
create table setting_version (
    list    varchar(32) not null,
    item    varchar(64) not null,
    version integer     not null,
    primary key (list, item)
);

-- Who changed what when; what it was and became as JSON, encrypted. Without earlier it was added, without later it was removed.
create table setting_change (
    id      bigint                   not null primary key,
    list    varchar(32)              not null,
    item    varchar(64)              not null,
    who     varchar(64)              not null,
    at      timestamp with time zone not null,
    earlier varchar(20000),
    later   varchar(20000),
    reverts bigint references setting_change (id)
);
create sequence setting_change_seq;
create index setting_change_of_list on setting_change (list, id);
