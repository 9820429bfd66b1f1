-- What a message said, encrypted, so that staff can tell a customer what he was told.
alter table message add column text varchar(4000);
