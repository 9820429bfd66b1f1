-- The place of an order among those to which coupons are owed: when it was paid. It has none any more once they are handed
-- out or the money goes back. waiting_since only tells since when codes have been short.
alter table coupon_order add column queued_at timestamp with time zone;
update coupon_order
set queued_at = (select min(e.at) from order_event e
                 where e.order_no = coupon_order.order_no and e.fact = 'PaymentReceived')
where handed_out_at is null
  and order_no in (select o.order_no from customer_order o where o.status = 'PAID');
update coupon_order set waiting_since = null where queued_at is null;
drop index coupon_order_waiting;
create index coupon_order_queue on coupon_order (product_id, queued_at, order_no);
