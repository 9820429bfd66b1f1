-- The parts of lines that stand apart are kept beside the lines themselves.
alter table receipt alter column fingerprint set data type varchar(8000);
