-- One dialect that H2 and PostgreSQL both read. Money is whole fen; instants are timestamps with time zone.

create table customer (
    id           bigint                   not null primary key,
    openid       varchar(64)              not null,
    phone        varchar(255),
    phone_digest varchar(64),
    created_at   timestamp with time zone not null,
    version      integer                  not null,
    constraint customer_openid_unique unique (openid)
);
create sequence customer_seq increment by 50;
create index customer_phone_digest on customer (phone_digest);

create table customer_order (
    order_no        varchar(32)              not null primary key,
    customer_id     bigint                   not null references customer (id),
    service         varchar(16)              not null,
    status          varchar(20)              not null,
    price_fen       bigint                   not null check (price_fen >= 0),
    discount_fen    bigint                   not null check (discount_fen >= 0),
    payable_fen     bigint                   not null check (payable_fen >= 0),
    paid_fen        bigint                   not null check (paid_fen >= 0),
    refunded_fen    bigint                   not null check (refunded_fen >= 0),
    coupon_id       bigint,
    created_at      timestamp with time zone not null,
    pay_before      timestamp with time zone,
    reject_reason   varchar(200),
    idempotency_key varchar(64)              not null,
    request_digest  varchar(64)              not null,
    version         integer                  not null,
    constraint customer_order_idempotent unique (customer_id, idempotency_key),
    constraint customer_order_adds_up check (price_fen = discount_fen + payable_fen),
    constraint customer_order_never_overpaid_back check (refunded_fen <= paid_fen)
);
create index customer_order_newest_first on customer_order (customer_id, created_at desc);

create table order_event (
    id       bigint                   not null primary key,
    order_no varchar(32)              not null references customer_order (order_no),
    at       timestamp with time zone not null,
    fact     varchar(40)              not null,
    text     varchar(400)             not null
);
create sequence order_event_seq increment by 50;
create index order_event_of_order on order_event (order_no, at, id);

create table coupon (
    id           bigint                   not null primary key,
    service      varchar(16)              not null,
    kind         varchar(16)              not null,
    name         varchar(60)              not null,
    face_fen     bigint                   not null check (face_fen > 0),
    phone_digest varchar(64)              not null,
    status       varchar(16)              not null,
    valid_until  timestamp with time zone not null,
    order_no     varchar(32),
    issued_at    timestamp with time zone not null
);
create sequence coupon_seq increment by 50;
create index coupon_of_phone on coupon (phone_digest, status);

-- Nodes that start together take this row in turn before they create groups, authorizations and filters.
create table setup_lock (
    id integer not null primary key
);
insert into setup_lock (id) values (1);
