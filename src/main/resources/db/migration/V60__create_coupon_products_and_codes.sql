-- What coupons there are. Without a price a product is not for sale; without valid_days its validity is its code's.
create table coupon_product (
    id         varchar(32) not null primary key,
    position   integer     not null,
    name       varchar(60) not null,
    service    varchar(16) not null,
    kind       varchar(16) not null,
    face_fen   bigint      not null check (face_fen > 0),
    price_fen  bigint check (price_fen > 0),
    valid_days integer check (valid_days > 0),
    constraint coupon_product_valid_somehow check ((kind = 'CODE') = (valid_days is null))
);
insert into coupon_product (id, position, name, service, kind, face_fen, price_fen, valid_days) values
    ('movie-30', 10, '30 元电影代金券', 'MOVIE', 'CODE', 3000, 2800, null),
    ('flower-30', 20, '鲜花 30 元抵扣券', 'FLOWER', 'DEDUCTION', 3000, null, 365),
    ('fuel-50', 30, '加油 50 元返现券', 'FUEL', 'CASHBACK', 5000, 4800, 365),
    ('ev-charge-50', 40, '充电 50 元返现券', 'EV_CHARGE', 'CASHBACK', 5000, 4800, 365),
    ('car-wash-50', 50, '洗车 50 元返现券', 'CAR_WASH', 'CASHBACK', 5000, 4800, 365),
    ('maintenance-50', 60, '保养 50 元返现券', 'MAINTENANCE', 'CASHBACK', 5000, 4800, 365),
    ('paint-50', 70, '喷漆 50 元返现券', 'PAINT', 'CASHBACK', 5000, 4800, 365);

-- Codes bought in bulk. The digest keeps one from being imported twice, and coupon_of_code from being handed out twice.
create table coupon_code (
    id           bigint                   not null primary key,
    product_id   varchar(32)              not null references coupon_product (id),
    import_no    varchar(32)              not null,
    code         varchar(255)             not null,
    code_digest  varchar(64)              not null,
    valid_until  timestamp with time zone not null,
    state        varchar(16)              not null,
    imported_at  timestamp with time zone not null,
    issued_at    timestamp with time zone,
    used_at      timestamp with time zone,
    discarded_at timestamp with time zone,
    constraint coupon_code_unique unique (code_digest)
);
create sequence coupon_code_seq increment by 50;
create index coupon_code_earliest_first on coupon_code (product_id, state, valid_until, id);
create index coupon_code_of_import on coupon_code (import_no, state);

alter table coupon add column product_id varchar(32) references coupon_product (id);
alter table coupon add column code_id bigint references coupon_code (id);
alter table coupon add column batch_no varchar(40);
alter table coupon add column redeemed_at timestamp with time zone;
alter table coupon add constraint coupon_of_code unique (code_id);
create index coupon_of_batch on coupon (batch_no);

-- Who saw a code, when and where.
create table code_reveal (
    id      bigint                   not null primary key,
    code_id bigint                   not null references coupon_code (id),
    at      timestamp with time zone not null,
    who     varchar(80)              not null
);
create sequence code_reveal_seq increment by 50;
create index code_reveal_of_code on code_reveal (code_id);
