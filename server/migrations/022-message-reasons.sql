-- Why a message of the Official Account is where it is, in a word people can look up.
alter table oa_deliveries add column reason text;

-- What was told about one dossier.
create index notifications_path on notifications (path) where path is not null;
