-- Giving dossiers over to the one-stop system. Whenever something changes here that it does not know of, the dossier as it
-- stands is given again under the next number; the newest number carries all that the ones before did.
create table forwardings (
  dossier_id uuid not null references dossiers,
  sequence integer not null check (sequence >= 1),
  -- What made it necessary: 'sent', 'moved' …
  about text not null,
  -- late: the citizen was told that it takes long. dead: nobody tries any more, staff and citizen were told.
  state text not null check (state in ('waiting', 'late', 'dead', 'delivered')),
  attempts integer not null default 0,
  -- Why the last try failed, without anything of the dossier.
  last_error text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (dossier_id, sequence)
);
create index forwardings_open on forwardings (state, changed_at) where state <> 'delivered';

-- Papers the one-stop system has confirmed, so that a cut try goes on where it stopped.
create table forwarded_papers (
  dossier_id uuid not null references dossiers,
  file_id uuid not null,
  primary key (dossier_id, file_id)
);

-- What the one-stop system said. sequence counts its events of a dossier.
create table one_stop_events (
  system text not null,
  event_id text not null,
  body_hash text not null,
  dossier_id uuid not null references dossiers,
  sequence integer not null,
  state text not null,
  office text not null,
  note text,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  outcome text not null check (outcome in ('applied', 'already', 'held', 'late', 'impossible')),
  primary key (system, event_id)
);
create index one_stop_events_dossier on one_stop_events (dossier_id, sequence);
create index one_stop_events_open on one_stop_events (received_at) where outcome in ('held', 'impossible');

-- Jobs of the time before forwardings were counted; the dossiers are found and given a number.
delete from jobs where kind = 'hand-over-dossier';
