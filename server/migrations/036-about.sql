-- Whom a dossier is about, as it was sent: the person acted for, or the one the form says it is for. Null: sent before this was kept.
alter table dossiers add column about_name text;
-- What the button under a message of the Official Account says; null: by its topic.
alter table notifications add column button text;
