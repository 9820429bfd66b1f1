-- How an order is paid with WeChat Pay. The signed fields of wx.requestPayment are kept so that asking again answers the same.
create table payment (
    order_no           varchar(32) not null primary key references customer_order (order_no),
    prepay_time_stamp  varchar(16),
    prepay_nonce       varchar(64),
    prepay_package     varchar(128),
    prepay_sign_type   varchar(16),
    prepay_sign        varchar(1024),
    transaction_id     varchar(64),
    amount_fen         bigint check (amount_fen > 0),
    paid_at            timestamp with time zone,
    shipped_at         timestamp with time zone,
    version            integer     not null,
    constraint payment_of_one_transaction unique (transaction_id)
);

-- Every notice that arrived, without its content. notice_id is set on the one row that changed something, so that no
-- notice takes effect twice; order_no is what the notice claims, which may be no order of ours.
create table payment_notice (
    id          bigint                   not null primary key,
    notice_id   varchar(64),
    received_at timestamp with time zone not null,
    order_no    varchar(32),
    outcome     varchar(16)              not null,
    reason      varchar(40),
    constraint payment_notice_takes_effect_once unique (notice_id)
);
create sequence payment_notice_seq increment by 50;
create index payment_notice_of_order on payment_notice (order_no);
