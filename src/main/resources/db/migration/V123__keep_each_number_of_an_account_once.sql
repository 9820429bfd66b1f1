-- Numbers that clerks copy from the company's accounts: each stands for one piece of work, be it an order, a refund or stock.
create table expense_number (
    account     varchar(16)              not null,
    external_no varchar(64)              not null,
    work        varchar(20)              not null,
    case_no     varchar(32)              not null,
    taken_at    timestamp with time zone not null,
    primary key (account, external_no),
    constraint expense_number_account_known check (account in ('ALIPAY', 'BANK', 'MEITUAN', 'TAOPIAOPIAO'))
);
create index expense_number_of_case on expense_number (case_no);

-- What was recorded so far. Nobody looked across kinds: of a number that stands for several, the first keeps it, the others keep
-- what their own tables say, and nothing is refused to them.
insert into expense_number (account, external_no, work, case_no, taken_at)
select known.account, known.external_no, known.work, known.case_no, current_timestamp
from (select e.account, upper(e.external_no) as external_no, e.work, e.case_no,
             row_number() over (partition by e.account, upper(e.external_no) order by e.case_no) as place
      from (select 'MEITUAN' as account, purchase_order_no as external_no, '订单' as work, order_no as case_no
            from flower_order where purchase_order_no is not null
            union all
            select 'ALIPAY', transaction_no, '订单', order_no from top_up_order where transaction_no is not null
            union all
            select case when alipay_account is null then 'BANK' else 'ALIPAY' end, transfer_no, '订单', order_no
            from cashback_claim where transfer_no is not null
            union all
            select 'BANK', bank_flow_no, '退单', refund_no from refund where bank_flow_no is not null
            union all
            select 'TAOPIAOPIAO', external_no, '采购单', purchase_no from purchase_order_number) e) known
where known.place = 1;

-- The table above says it for all kinds.
alter table top_up_order drop constraint top_up_order_transaction_no_unique;
alter table cashback_claim drop constraint cashback_claim_transfer_no_unique;
alter table refund drop constraint refund_of_one_bank_flow;
create index top_up_order_transaction_no on top_up_order (transaction_no);
create index cashback_claim_transfer_no on cashback_claim (transfer_no);
create index refund_bank_flow_no on refund (bank_flow_no);
