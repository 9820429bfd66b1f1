-- Requests for help on orders, and complaints at WeChat Pay. open_for keeps a customer to one open request an order, and
-- open_complaint a complaint to one open case; both are null when it is solved. What people wrote is encrypted.
create table after_sale (
    after_sale_no  varchar(32)              not null primary key,
    order_no       varchar(32) references customer_order (order_no),
    origin         varchar(16)              not null,
    state          varchar(16)              not null,
    topic          varchar(64),
    text           varchar(4000),
    opened_by      varchar(64),
    opened_at      timestamp with time zone not null,
    outcome        varchar(16),
    answer         varchar(2000),
    answered_by    varchar(64),
    answered_at    timestamp with time zone,
    solved_at      timestamp with time zone,
    refund_no      varchar(32) references refund (refund_no),
    complaint_id   varchar(64),
    open_complaint varchar(64),
    open_for       varchar(32),
    version        integer                  not null,
    constraint after_sale_one_open_a_customer unique (open_for),
    constraint after_sale_one_open_a_complaint unique (open_complaint),
    constraint after_sale_origin_known check (origin in ('CUSTOMER', 'STAFF', 'COMPLAINT')),
    constraint after_sale_state_known check (state in ('OPEN', 'ANSWERED', 'SOLVED')),
    constraint after_sale_outcome_known check (outcome in ('EXPLAINED', 'REDO', 'REFUND')),
    constraint after_sale_complaint_has_number check ((origin = 'COMPLAINT') = (complaint_id is not null)),
    constraint after_sale_answered_in_words check ((outcome is null) = (answer is null))
);
create index after_sale_of_order on after_sale (order_no, opened_at);
create index after_sale_of_complaint on after_sale (complaint_id);

create table after_sale_picture (
    after_sale_no varchar(32) not null references after_sale (after_sale_no),
    position      integer     not null,
    picture       varchar(60) not null references receipt (picture),
    primary key (after_sale_no, position)
);

-- Most orders have no after-sale: who reads one need not look for any.
alter table customer_order add column helped boolean default false not null;

-- A top-up that is done once more: what is recorded next comes besides the earlier purchase.
alter table top_up_order add column done_again boolean default false not null;

-- A picture of a case other than a claim has no order, and is not left over.
alter table receipt add column of_case boolean default false not null;

alter table refund drop constraint refund_origin_known;
alter table refund add constraint refund_origin_known check (origin in
    ('CUSTOMER', 'STAFF', 'LATE_PAYMENT', 'BACK_OFFICE', 'AFTER_SALES'));
