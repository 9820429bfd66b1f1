-- An order's number and the seller's, with a stroke between them.
alter table ledger_entry alter column reference set data type varchar(120);
