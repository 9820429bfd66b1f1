-- In which other lists a phone of a list is.
create index coupon_batch_row_of_digest on coupon_batch_row (digest, case_no);
