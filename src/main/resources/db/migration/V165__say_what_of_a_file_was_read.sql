-- What of a file was read and what was not, encrypted as its name is; why a list was declined; one that its submitter took back.
alter table coupon_batch add column columns_read varchar(1200);
alter table coupon_batch add column unusual varchar(2400);
alter table coupon_batch add column decision_reason varchar(1200);
alter table coupon_batch drop constraint coupon_batch_state_known;
alter table coupon_batch add constraint coupon_batch_state_known check (state in
    ('READING', 'READY', 'UNREADABLE', 'DECLINED', 'WITHDRAWN', 'APPROVED', 'DONE'));
