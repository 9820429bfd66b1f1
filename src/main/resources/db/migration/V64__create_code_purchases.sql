-- Codes that somebody was asked to buy. While one is open, open_for holds its product: there is one at a time.
create table code_purchase (
    purchase_no varchar(32)              not null primary key,
    product_id  varchar(32)              not null references coupon_product (id),
    open_for    varchar(32),
    proposed    integer                  not null check (proposed > 0),
    raised_at   timestamp with time zone not null,
    ordered_at  timestamp with time zone,
    quantity    integer check (quantity > 0),
    cost_fen    bigint check (cost_fen >= 0),
    external_no varchar(64),
    expected_on date,
    closed_at   timestamp with time zone,
    version     integer                  not null,
    constraint code_purchase_one_open unique (open_for)
);
create index code_purchase_of_product on code_purchase (product_id, raised_at);
