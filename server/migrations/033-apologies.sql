-- Letters of apology for promises that were broken. The letter is drawn from its row, as a receipt is.
create table apologies (
  id uuid primary key,
  dossier_id uuid not null references dossiers,
  citizen_id uuid not null references citizens,
  promised_date date not null,
  -- Working days, on the day of the letter.
  days_late integer not null check (days_late > 0),
  made_at timestamptz not null,
  unique (dossier_id, promised_date)
);
create index apologies_citizen on apologies (citizen_id, made_at desc, id desc);

-- The day of the last letter: a promise is broken anew only when it was for that day or a later one.
alter table dossiers add column apologised_on date;
create index dossiers_late on dossiers (due_date)
  where state in ('accepted', 'processing') and (apologised_on is null or apologised_on <= due_date);
