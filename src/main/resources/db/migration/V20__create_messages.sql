-- What was sent to whom, written before the provider is called. Recipients are masked and digested; contents are not
-- kept. It refers to no other table: a message outlives its order, and its own transaction never waits for the order's.

create table message (
    id               bigint                   not null primary key,
    step             varchar(64)              not null,
    template         varchar(40)              not null,
    order_no         varchar(32)              not null,
    channel          varchar(8)               not null,
    recipient        varchar(32)              not null,
    recipient_digest varchar(64)              not null,
    status           varchar(16)              not null,
    code             varchar(80),
    biz_id           varchar(64),
    attempts         integer                  not null,
    created_at       timestamp with time zone not null,
    updated_at       timestamp with time zone not null,
    version          integer                  not null,
    constraint message_once_a_step unique (step, template, recipient_digest)
);
create sequence message_seq increment by 50;
create index message_of_order on message (order_no);
create index message_biz_id on message (biz_id);
