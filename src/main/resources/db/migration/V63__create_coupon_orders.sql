-- The order that paid for a coupon, when its owner bought it.
alter table coupon add column bought_with varchar(32) references customer_order (order_no);
create index coupon_bought_with on coupon (bought_with);

-- waiting_since is set while the stock is short: those orders are served oldest first.
create table coupon_order (
    order_no      varchar(32) not null primary key references customer_order (order_no),
    product_id    varchar(32) not null references coupon_product (id),
    product_name  varchar(60) not null,
    face_fen      bigint      not null check (face_fen > 0),
    quantity      integer     not null check (quantity > 0),
    phone_digest  varchar(64) not null,
    waiting_since timestamp with time zone,
    handed_out_at timestamp with time zone,
    version       integer     not null
);
create index coupon_order_waiting on coupon_order (product_id, waiting_since, order_no);
