-- When the person behind a link last logged in to the provincial ID; null: when it was linked.
alter table identity_links add column proven_at timestamptz;

-- What an office handed over. Receipts need no row: each dossier has one.
create table results (
  id uuid primary key,
  citizen_id uuid not null references citizens,
  dossier_id uuid not null references dossiers,
  dossier_code text not null,
  title text not null,
  office text not null,
  -- The integration key that handed it in.
  system text not null,
  store_key text not null,
  size integer not null,
  sha256 text not null,
  handed_in_at timestamptz not null
);
create index results_citizen on results (citizen_id, handed_in_at desc, id desc);
create index results_dossier on results (dossier_id);

-- An address that gives a document once. The token is a hash; the row goes with its use.
create table document_tickets (
  token_hash text primary key,
  document_id uuid not null,
  citizen_id uuid not null references citizens,
  expires_at timestamptz not null
);
create index document_tickets_expiry on document_tickets (expires_at);
create index document_tickets_citizen on document_tickets (citizen_id);

-- A short-lived address for somebody else to check a document by.
create table document_shares (
  id uuid primary key,
  token_hash text not null unique,
  document_id uuid not null,
  citizen_id uuid not null references citizens,
  audience text not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index document_shares_expiry on document_shares (expires_at);
create index document_shares_citizen on document_shares (citizen_id);

-- Who looked at a document, for its owner to read.
create table document_viewings (
  id bigint generated always as identity primary key,
  document_id uuid not null,
  at timestamptz not null,
  what text not null,
  viewer text
);
create index document_viewings_document on document_viewings (document_id, at desc, id desc);

-- Receipts in the order they were given.
create index dossiers_citizen_submitted on dossiers (citizen_id, submitted_at desc, id desc);
