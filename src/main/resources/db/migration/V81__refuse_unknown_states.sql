-- The states, kinds and accounts that the code knows. What a service is called is not among them: services come and go.
alter table customer_order add constraint customer_order_status_known check (status in
    ('AWAITING_PAYMENT', 'PAID', 'ACCEPTED', 'COMPLETED', 'REJECTED', 'CANCELLED', 'REFUNDING', 'REFUNDED'));
alter table payment_notification add constraint payment_notification_outcome_known check (outcome in
    ('ACCEPTED', 'REPEATED', 'MISMATCHED', 'UNKNOWN_ORDER', 'FORGED', 'STALE', 'PROBE'));
alter table message add constraint message_channel_known check (channel in ('WECHAT', 'SMS'));
alter table message add constraint message_status_known check (status in
    ('SENDING', 'SENT', 'DELIVERED', 'FAILED', 'UNKNOWN', 'REFUSED'));
alter table refund add constraint refund_origin_known check (origin in ('CUSTOMER', 'STAFF', 'LATE_PAYMENT'));
alter table refund add constraint refund_status_known check (status in
    ('REQUESTED', 'REJECTED', 'APPROVED', 'BY_HAND', 'REFUNDED'));
alter table bank_transaction add constraint bank_transaction_direction_known check (direction in ('OUT'));
alter table bank_transaction add constraint bank_transaction_account_known check (account in
    ('WECHAT_MERCHANT', 'COMPANY'));
alter table coupon_product add constraint coupon_product_kind_known check (kind in ('CODE', 'DEDUCTION', 'CASHBACK'));
alter table coupon add constraint coupon_kind_known check (kind in ('CODE', 'DEDUCTION', 'CASHBACK'));
alter table coupon add constraint coupon_status_known check (status in ('ISSUED', 'HELD', 'USED', 'EXPIRED', 'VOID'));
alter table coupon_code add constraint coupon_code_state_known check (state in
    ('IN_STOCK', 'ISSUED', 'USED', 'DISCARDED'));
alter table coupon_batch add constraint coupon_batch_kind_known check (kind in ('IMPORT', 'ISSUE'));
alter table coupon_batch add constraint coupon_batch_state_known check (state in
    ('READING', 'READY', 'UNREADABLE', 'DECLINED', 'APPROVED', 'DONE'));
alter table coupon_batch add constraint coupon_batch_bought_by_known check (bought_by in ('COMPANY', 'PICC'));
alter table coupon_batch_row add constraint coupon_batch_row_outcome_known check (outcome in ('GOOD', 'SHORT', 'BAD'));
