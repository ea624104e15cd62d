-- Drafts and dossiers belong to the verified citizen, not to the Zalo account: somebody who links another account finds
-- them there, and the next citizen on an account does not.

create table drafts (
  id uuid primary key,
  citizen_id uuid not null references citizens,
  procedure_code text not null,
  form_version text not null,
  -- JSON as typed; text, because nothing here looks inside.
  answers text not null,
  prefilled text not null,
  page text not null,
  rev integer not null check (rev >= 1),
  started_at timestamptz not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (procedure_code, form_version) references form_versions
);
create index drafts_citizen on drafts (citizen_id, saved_at desc);
create index drafts_expiry on drafts (expires_at);

-- The last number given out by an agency on a day.
create table dossier_numbers (
  agency_code text not null,
  day date not null,
  last integer not null,
  primary key (agency_code, day)
);

create table dossiers (
  id uuid primary key,
  code text not null unique,
  citizen_id uuid not null references citizens,
  -- The account it was sent from.
  account_id uuid not null references accounts,
  -- The draft it was: one draft, one dossier.
  draft_id uuid not null unique,
  procedure_code text not null,
  procedure_name text not null,
  form_version text not null,
  answers text not null,
  office text not null,
  -- The promised working days; null when nobody has confirmed them.
  working_days integer,
  state text not null check (state in ('submitted', 'accepted', 'refused', 'processing', 'supplementRequired',
    'paymentRequired', 'withdrawn', 'suspended', 'completed', 'handedOver')),
  submitted_at timestamptz not null,
  changed_at timestamptz not null,
  registered_at timestamptz,
  accepted_on date,
  due_date date,
  -- Since when the clock stands.
  paused_on date,
  -- The receipt as it was answered, letter by letter.
  receipt text not null,
  foreign key (procedure_code, form_version) references form_versions
);
create index dossiers_citizen on dossiers (citizen_id, changed_at desc, id desc);
create index dossiers_changes on dossiers (changed_at, id);
create index dossiers_state on dossiers (state, changed_at, id);
create index dossiers_unregistered on dossiers (submitted_at) where registered_at is null;

create table dossier_events (
  dossier_id uuid not null references dossiers,
  position integer not null,
  at timestamptz not null,
  state text not null,
  note text,
  office text,
  -- The integration key that did it; null: the citizen.
  system text,
  primary key (dossier_id, position)
);

-- Who looked into a dossier, what for, and when.
create table dossier_reads (
  id uuid primary key,
  dossier_id uuid not null references dossiers,
  system text not null,
  purpose text not null,
  read_at timestamptz not null
);
create index dossier_reads_dossier on dossier_reads (dossier_id, read_at);
