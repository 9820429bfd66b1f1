-- A coupon that is held or used by an order, and the order that has it. The order is inserted before its coupon is held.
alter table coupon add constraint coupon_of_order foreign key (order_no) references customer_order (order_no);
alter table customer_order add constraint customer_order_has_coupon foreign key (coupon_id) references coupon (id);

-- How many codes of a product went to buyers lately.
create index coupon_order_handed_out on coupon_order (product_id, handed_out_at);

-- Who of a batch is to be told next: those who were tried least come first.
create index coupon_batch_row_next_to_tell on coupon_batch_row (case_no, outcome, told, tries, row_no);
drop index coupon_batch_row_untold;

-- A wallet: what can be used by its expiry, the rest by its issue.
create index coupon_usable on coupon (phone_digest, status, valid_until, id);
create index coupon_newest_first on coupon (phone_digest, issued_at desc, id desc);
drop index coupon_of_phone;

-- Purchases of all products that are not closed.
create index purchase_order_not_closed on purchase_order (closed_at, raised_at);
