-- How the citizen found it, for the numbers: at most one for a dossier, changeable for a while.
create table dossier_ratings (
  dossier_id uuid primary key references dossiers,
  score integer not null check (score between 1 and 5),
  comment text,
  first_at timestamptz not null,
  changed_at timestamptz not null
);
-- What is to be paid before it goes on, as JSON: the amount, why, and until when.
alter table dossiers add column fee text;
