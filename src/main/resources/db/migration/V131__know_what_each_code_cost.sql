-- What the company paid for a code: the cost of its import in equal parts, so that all of them add up to it. Null when PICC
-- bought it, or nobody said what it cost.
alter table coupon_code add column cost_fen bigint check (cost_fen >= 0);

create table code_cost (
    id       bigint not null primary key,
    cost_fen bigint not null
);
insert into code_cost (id, cost_fen)
select placed.id, placed.total * placed.place / placed.codes - placed.total * (placed.place - 1) / placed.codes
from (select c.id, b.cost_fen as total, row_number() over (partition by c.import_no order by c.id) as place,
             count(*) over (partition by c.import_no) as codes
      from coupon_code c join coupon_batch b on b.case_no = c.import_no
      where b.cost_fen is not null and b.bought_by = 'COMPANY') placed;
update coupon_code set cost_fen = (select k.cost_fen from code_cost k where k.id = coupon_code.id);
drop table code_cost;
