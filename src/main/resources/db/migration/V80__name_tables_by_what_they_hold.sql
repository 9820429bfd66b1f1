-- Tables and columns bear the names that the code uses. New sequences start above any id given so far: H2 and PostgreSQL
-- have no common way to rename one.
alter table order_event rename to timeline_entry;
create sequence timeline_entry_seq start with 1000000000 increment by 50;
drop sequence order_event_seq;

alter table payment_notice rename to payment_notification;
create sequence payment_notification_seq start with 1000000000 increment by 50;
drop sequence payment_notice_seq;
alter table payment_notification rename column notice_id to notification_id;

alter table bank_flow rename to bank_transaction;
create sequence bank_transaction_seq start with 1000000000 increment by 50;
drop sequence bank_flow_seq;

alter table code_purchase rename to purchase_order;

-- It never was the number that people gave the batch, but that of the case which issued it.
alter table coupon rename column batch_no to batch_case_no;
