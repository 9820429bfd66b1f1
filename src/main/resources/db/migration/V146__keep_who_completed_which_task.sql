-- Who completed which task with which entries (encrypted JSON): longer than the engine's history, and found by person.
-- case_no is the number of the task's case, order_no that of the order it is about; of a batch both are its own.
create table task_completion (
    task_id      varchar(64)              not null primary key,
    case_no      varchar(32)              not null,
    order_no     varchar(32)              not null,
    process      varchar(64)              not null,
    task         varchar(64)              not null,
    name         varchar(255)             not null,
    claimed_by   varchar(64),
    completed_by varchar(64),
    completed_at timestamp with time zone not null,
    entered      varchar(20000)           not null
);
create index task_completion_of_order on task_completion (order_no, completed_at);
create index task_completion_of_staff on task_completion (completed_by, completed_at desc, task_id desc);

-- Who looked at the story of which order; kept for three years.
create table order_look (
    id       bigint                   not null primary key,
    order_no varchar(32)              not null references customer_order (order_no),
    who      varchar(64)              not null,
    contact  boolean                  not null,
    at       timestamp with time zone not null
);
create sequence order_look_seq increment by 50;
create index order_look_of_order on order_look (order_no, at);
create index order_look_at on order_look (at);

-- Who took which orders along as a workbook: what was looked for (encrypted, as it may name somebody) and how many there were.
create table order_export (
    id       bigint                   not null primary key,
    who      varchar(64)              not null,
    at       timestamp with time zone not null,
    kind     varchar(16)              not null constraint order_export_kind_known check (kind in ('ORDERS', 'WORK')),
    criteria varchar(2000)            not null,
    exported integer                  not null
);
create sequence order_export_seq increment by 50;
create index order_export_at on order_export (at);
