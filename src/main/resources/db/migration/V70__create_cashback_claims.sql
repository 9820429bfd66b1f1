create table cashback_claim (
    order_no        varchar(32)              not null primary key references customer_order (order_no),
    customer_id     bigint                   not null references customer (id),
    service         varchar(16)              not null,
    brand           varchar(40),
    item            varchar(100),
    spent_fen       bigint                   not null check (spent_fen > 0),
    face_fen        bigint check (face_fen > 0),
    alipay_account  varchar(512),
    real_name       varchar(512),
    bank_card_no    varchar(255),
    phone           varchar(255)             not null,
    payee_digest    varchar(64)              not null,
    submitted_at    timestamp with time zone not null,
    reviewer        varchar(64),
    payer           varchar(64),
    transfer_no     varchar(64),
    transferred_at  timestamp with time zone,
    failure_reason  varchar(200),
    awaiting_payee  boolean                  not null,
    version         integer                  not null,
    constraint cashback_claim_one_way_to_pay check ((alipay_account is null) <> (bank_card_no is null)),
    constraint cashback_claim_card_with_name check ((bank_card_no is null) = (real_name is null)),
    -- One transfer pays one claim, also when two people enter the same number at once.
    constraint cashback_claim_transfer_no_unique unique (transfer_no)
);
create index cashback_claim_of_customer on cashback_claim (customer_id, submitted_at);
create index cashback_claim_of_payee on cashback_claim (payee_digest);

-- A picture is noted before it is stored: one that never got an order is left over from a request that failed.
create table receipt (
    picture     varchar(60)              not null primary key,
    order_no    varchar(32) references customer_order (order_no),
    stored_at   timestamp with time zone not null,
    sha256      varchar(64),
    fingerprint varchar(4000),
    constraint receipt_of_order unique (order_no)
);
create index receipt_same_file on receipt (sha256);
create index receipt_left_over on receipt (order_no, stored_at);

-- By which pictures that may be alike are found.
create table receipt_key (
    picture_key integer     not null,
    order_no    varchar(32) not null references customer_order (order_no),
    primary key (picture_key, order_no)
);

-- Who saw a payee unmasked, and when.
create table payee_view (
    id       bigint                   not null primary key,
    order_no varchar(32)              not null references customer_order (order_no),
    who      varchar(64)              not null,
    at       timestamp with time zone not null
);
create sequence payee_view_seq increment by 50;
create index payee_view_of_order on payee_view (order_no, at);
