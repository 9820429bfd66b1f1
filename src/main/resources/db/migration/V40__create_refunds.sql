-- While a refund is open the order cannot be completed; services need not know why.
alter table customer_order add column under_refund boolean default false not null;

-- open_for is the order's number while the refund is open and null afterwards: one open refund an order.
create table refund (
    refund_no        varchar(32)              not null primary key,
    order_no         varchar(32)              not null references customer_order (order_no),
    origin           varchar(16)              not null,
    reason           varchar(1200)            not null,
    status           varchar(16)              not null,
    requested_fen    bigint                   not null check (requested_fen > 0),
    refund_fen       bigint check (refund_fen > 0),
    decision_note    varchar(1200),
    decided_by       varchar(64),
    failure          varchar(64),
    wechat_refund_id varchar(64),
    bank_flow_no     varchar(64),
    requested_at     timestamp with time zone not null,
    decided_at       timestamp with time zone,
    closed_at        timestamp with time zone,
    wechat_refunded_at timestamp with time zone,
    open_for         varchar(32),
    version          integer                  not null,
    constraint refund_never_more_than_asked check (refund_fen <= requested_fen),
    constraint refund_one_open_an_order unique (open_for),
    constraint refund_of_one_wechat_refund unique (wechat_refund_id),
    constraint refund_of_one_bank_flow unique (bank_flow_no)
);
create index refund_of_order on refund (order_no, requested_at);

-- 银行流水: one row for each sum that left an account. Rows are written once and never changed.
create table bank_flow (
    id          bigint                   not null primary key,
    order_no    varchar(32)              not null references customer_order (order_no),
    refund_no   varchar(32)              not null references refund (refund_no),
    amount_fen  bigint                   not null check (amount_fen > 0),
    direction   varchar(8)               not null,
    account     varchar(16)              not null,
    external_no varchar(64)              not null,
    at          timestamp with time zone not null,
    constraint bank_flow_once_a_refund_and_account unique (refund_no, account),
    constraint bank_flow_external_no_unique unique (account, external_no)
);
create sequence bank_flow_seq increment by 50;
