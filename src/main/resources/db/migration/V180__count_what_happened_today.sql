-- What the board of the day counts: read by time, whatever lies before it.
create index timeline_entry_of_fact on timeline_entry (fact, at, order_no);
create index task_completion_of_day on task_completion (completed_at, completed_by);
create index message_in_state on message (status, updated_at);
create index coupon_code_discarded on coupon_code (discarded_at);
