-- What opens a dossier to somebody without an account: a keyed hash of its code and four digits. A wrong code and wrong
-- digits miss the same index in the same way, and a copy of this table tells nobody any digits.
create table tracking_keys (
  key text primary key,
  dossier_id uuid not null references dossiers
);
create index tracking_keys_dossier on tracking_keys (dossier_id);
