-- The seller's numbers of a purchase, in the order in which they came. They stood in one text, joined by "、".
create table purchase_order_number (
    purchase_no varchar(32) not null references purchase_order (purchase_no),
    position    integer     not null,
    external_no varchar(64) not null,
    primary key (purchase_no, position)
);
create index purchase_order_number_external_no on purchase_order_number (external_no);

-- A number begins at each place of the text that is its first or comes after a mark, and ends before the next one.
insert into purchase_order_number (purchase_no, position, external_no)
select part.purchase_no,
       row_number() over (partition by part.purchase_no order by part.place) - 1,
       substring(part.rest from 1 for position('、' in part.rest) - 1)
from (select p.purchase_no, s.place, substring(p.external_no from s.place) || '、' as rest
      from purchase_order p
      join (select 100 * (hundreds.n - 1) + ones.n as place
            from small_number ones cross join small_number hundreds
            where hundreds.n <= 4) s
        on s.place = 1 or substring(p.external_no from s.place - 1 for 1) = '、'
      where s.place <= char_length(p.external_no)) part;
alter table purchase_order drop column external_no;
