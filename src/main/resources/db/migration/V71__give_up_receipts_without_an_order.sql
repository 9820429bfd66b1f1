-- Set before the files of a picture are deleted: from then on no order may take it.
alter table receipt add column given_up boolean default false not null;
