-- What every part of the server leans on. Plain PostgreSQL 15; times come from the program's clock, never from the database's.

-- Work queued in the transaction that makes it necessary. A finished job is deleted, a hopeless one stays as 'dead'.
create table jobs (
  id uuid primary key,
  kind text not null,
  payload jsonb not null,
  key text unique,
  state text not null default 'queued' check (state in ('queued', 'dead')),
  attempt integer not null default 0,
  run_at timestamptz not null,
  leased_until timestamptz,
  last_error text,
  created_at timestamptz not null
);
create index jobs_due on jobs (state, run_at);

-- Things done every so often: whoever moves next_at forward does it.
create table schedules (
  name text primary key,
  next_at timestamptz not null
);

-- Answers given to acts that carry an Idempotency-Key, word for word.
create table idempotency (
  owner text not null,
  key text not null,
  operation text not null,
  body_hash text not null,
  answer text,
  created_at timestamptz not null,
  primary key (owner, key)
);

-- Fixed windows; the bucket is a hash, because an address is personal data.
create table rate_counters (
  bucket text not null,
  window_start timestamptz not null,
  used integer not null,
  primary key (bucket, window_start)
);
create index rate_counters_window on rate_counters (window_start);
