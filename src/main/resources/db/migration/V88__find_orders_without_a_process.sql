create index customer_order_by_status on customer_order (status, order_no);

create table case_report (
    reported_on date    not null primary key,
    found       integer not null check (found > 0)
);
