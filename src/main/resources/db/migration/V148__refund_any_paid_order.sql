-- When an order was paid and when it was fulfilled last: until when it can be refunded.
alter table customer_order add column paid_at timestamp with time zone;
alter table customer_order add column completed_at timestamp with time zone;
update customer_order
set paid_at = (select min(e.at) from timeline_entry e
               where e.order_no = customer_order.order_no and e.fact in ('PaymentReceived', 'PaidAfterCancellation')),
    completed_at = (select max(e.at) from timeline_entry e
                    where e.order_no = customer_order.order_no and e.fact = 'OrderCompleted');

-- An order that goes on while a part of its money is on its way back has an open refund and is not held up by it.
alter table customer_order add column refund_open boolean default false not null;
update customer_order set refund_open = true where order_no in (select open_for from refund where open_for is not null);

-- What staff proposed and who did; whether the order ends by the refund. So far each refund that was approved ended it.
alter table refund add column proposed_fen bigint check (proposed_fen > 0);
alter table refund add column requested_by varchar(64);
alter table refund add column ends_order boolean;
update refund set ends_order = true where refund_fen is not null;

alter table refund drop constraint refund_origin_known;
alter table refund add constraint refund_origin_known check (origin in
    ('CUSTOMER', 'STAFF', 'LATE_PAYMENT', 'BACK_OFFICE'));
alter table refund drop constraint refund_status_known;
alter table refund add constraint refund_status_known check (status in
    ('REQUESTED', 'REJECTED', 'WITHDRAWN', 'APPROVED', 'BY_HAND', 'REFUNDED'));

-- A sum agreed on is never more than could go back when it was asked for, and is there once it is decided.
alter table refund add constraint refund_decided_with_sum check
    (status not in ('APPROVED', 'BY_HAND', 'REFUNDED') or (refund_fen is not null and ends_order is not null));
