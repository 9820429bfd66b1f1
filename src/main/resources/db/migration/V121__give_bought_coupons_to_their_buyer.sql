-- A bought coupon belongs to the customer who bought it, an issued one to a phone number, whoever has it.
alter table coupon add column customer_id bigint references customer (id);
alter table coupon alter column phone_digest drop not null;
update coupon
set customer_id = (select o.customer_id from customer_order o where o.order_no = coupon.bought_with), phone_digest = null
where bought_with is not null;
alter table coupon add constraint coupon_of_one_owner check ((customer_id is null) <> (phone_digest is null));

-- As of a phone's coupons: what can be used by its expiry, the rest by its issue.
create index coupon_of_customer_usable on coupon (customer_id, status, valid_until, id);
create index coupon_of_customer_newest_first on coupon (customer_id, issued_at desc, id desc);

-- Whose they are is known from the order.
alter table coupon_order drop column phone_digest;
