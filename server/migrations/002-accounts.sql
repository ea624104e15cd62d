-- Who is holding the phone. The level is not stored: no phone = 0, phone = 1, phone and link = 2.

create table accounts (
  id uuid primary key,
  zalo_id text not null unique,
  zalo_name text,
  oa_user_id text,
  phone text check (phone ~ '^0[0-9]{9}$'),
  created_at timestamptz not null,
  seen_at timestamptz not null
);

-- What a person agreed to give, for what, and when. source_hash recognises a phone token brought a second time.
create table consents (
  id uuid primary key,
  account_id uuid not null references accounts,
  what text not null,
  purpose text not null,
  source_hash text,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index consents_account on consents (account_id, given_at);

-- Bearer tokens of ours, as SHA-256 only.
create table sessions (
  token_hash text primary key,
  account_id uuid not null references accounts,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_account on sessions (account_id);
create index sessions_expiry on sessions (expires_at);

-- People the provincial ID has vouched for.
create table citizens (
  id uuid primary key,
  id_number text not null unique check (id_number ~ '^[0-9]{12}$'),
  issuer text not null,
  subject text not null,
  full_name text not null,
  birth_date date,
  address text,
  assurance text,
  updated_at timestamptz not null
);

-- One identity, one account, both ways.
create table identity_links (
  citizen_id uuid primary key references citizens,
  account_id uuid not null unique references accounts,
  linked_at timestamptz not null
);

-- What happened to links, for the person and for whoever must explain it later.
create table identity_link_events (
  id uuid primary key,
  citizen_id uuid not null references citizens,
  account_id uuid not null references accounts,
  event text not null check (event in ('linked', 'unlinked', 'moved-away', 'replaced')),
  at timestamptz not null
);
create index identity_link_events_account on identity_link_events (account_id, at);

-- One attempt to become level 2. Every secret is a hash, except what the provider needs to hear again.
-- created → opened (ticket used) → returned (login done, return code made) → presented (code used, whatever came of it)
--                                → failed (cancelled or refused by the provider)
create table step_ups (
  id uuid primary key,
  account_id uuid not null references accounts,
  state text not null check (state in ('created', 'opened', 'answered', 'returned', 'failed', 'presented')),
  return_to text not null,
  challenge text not null,
  ticket_hash text not null unique,
  login_state_hash text unique,
  login_nonce text,
  login_verifier text,
  return_code_hash text unique,
  -- What the provider said, kept only until the code comes home or the attempt ends.
  identity jsonb,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index step_ups_expiry on step_ups (expires_at);
