-- One person acts for another. Rows stay when they end: dossiers that were sent say by whose consent.
create table delegations (
  id uuid primary key,
  -- Who acts.
  citizen_id uuid not null references citizens,
  full_name text not null,
  birth_date date not null,
  id_number text check (id_number ~ '^[0-9]{12}$'),
  relationship text not null check (relationship in ('child', 'parent', 'grandparent', 'spouse', 'ward')),
  evidence text,
  months integer not null,
  -- What was agreed to, word by word.
  consent_version text not null,
  consent_text text not null,
  given_at timestamptz not null,
  -- The last day.
  ends_on date not null,
  ended_at timestamptz
);
create index delegations_citizen on delegations (citizen_id, given_at);
create index delegations_subject on delegations (id_number) where ended_at is null;
create index delegations_end on delegations (ends_on) where ended_at is null;

-- The name stands beside the reference: it is what lists and receipts show, and it never changes.
alter table drafts add column delegation_id uuid references delegations;
alter table drafts add column subject_name text;
alter table dossiers add column delegation_id uuid references delegations;
alter table dossiers add column subject_name text;
