-- What phones counted, by day; nothing of it says whose phone, or when in the day. Rows go when their week is published.
-- 'counter' is how many dossiers were handed in at counters, as their system says.
create table number_counts (
  day date not null,
  step text not null check (step in ('opened', 'check', 'fill', 'papers', 'review', 'sent', 'counter')),
  -- Empty where it is about none.
  procedure_code text not null default '',
  times bigint not null check (times >= 0),
  primary key (day, step, procedure_code)
);

-- Batches that were counted, so that one sent again counts once: a hash of a random key, and only the day.
create table number_batches (
  batch_hash text primary key,
  day date not null
);
create index number_batches_day on number_batches (day);

-- Weeks that are over, named by their Monday. Written once, never changed.
create table number_weeks (
  week date primary key,
  -- JSON: family → cell → count, only what may be told.
  published text not null,
  -- JSON: what was too small and waits for a later week.
  waiting text not null,
  sample boolean not null,
  closed_at timestamptz not null
);

-- When its draft was begun, and whether the form came partly filled from what the province knew already.
alter table dossiers add column begun_at timestamptz;
alter table dossiers add column reused boolean not null default false;

-- A week of each.
create index dossiers_submitted on dossiers (submitted_at);
create index dossier_events_completed on dossier_events (at) where state = 'completed';
create index dossier_ratings_first on dossier_ratings (first_at);
create index reports_resolved on reports (resolved_at) where resolved_at is not null;
