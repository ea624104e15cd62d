-- A shop on its way into Store 4.0, and what everybody sees of it once it is approved.
create table stores (
  id uuid primary key,
  -- Whose it is; null: a sample.
  account_id uuid references accounts,
  -- Given when it is first sent.
  code text unique,
  state text not null check (state in
    ('draft', 'submitted', 'supplementRequired', 'approved', 'refused', 'closed')),
  form_version text not null,
  answers text not null,
  old_answers text not null default '[]',
  prefilled text not null default '[]',
  page text not null,
  rev integer not null,
  saved_at timestamptz not null,
  changed_at timestamptz not null,
  -- Of a draft only: until when it is kept.
  expires_at timestamptz,
  told_at timestamptz,
  submitted_at timestamptz,
  office text,
  -- What was ticked when it was last sent, word by word.
  declared text,
  -- What the office wants mended.
  asked text,
  account_shown boolean not null default false,
  sample boolean not null default false,
  -- What is public, from approval until it is closed.
  public_facts text,
  kind text,
  commune text,
  approved_at timestamptz,
  check (state <> 'approved' or (public_facts is not null and approved_at is not null)),
  check (state = 'approved' or public_facts is null)
);
create index stores_owner on stores (account_id, changed_at desc);
create index stores_drafts_end on stores (expires_at) where state = 'draft';
create index stores_for_office on stores (state, changed_at, id);
create index stores_sent on stores (changed_at, id) where code is not null;
create index stores_public on stores (approved_at desc, id desc) where state = 'approved';
create index stores_public_kind on stores (kind, approved_at desc, id desc) where state = 'approved';
create index stores_public_commune on stores (commune, approved_at desc, id desc) where state = 'approved';

-- Folded words of approved shops, for looking them up by how words begin.
create table store_words (
  word text collate "C" not null,
  store_id uuid not null references stores on delete cascade,
  primary key (word, store_id)
);
create index store_words_store on store_words (store_id);

create table store_events (
  store_id uuid not null references stores on delete cascade,
  position integer not null,
  state text not null,
  at timestamptz not null,
  by_office text,
  note text,
  primary key (store_id, position)
);

-- Which system read a registration with its answers, and what for.
create table store_reads (
  id uuid primary key,
  store_id uuid not null references stores,
  system text not null,
  purpose text not null,
  at timestamptz not null
);
create index store_reads_store on store_reads (store_id, at);
