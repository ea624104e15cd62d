-- The inbox: the record of every notice, whatever became of its message.
create table notifications (
  id uuid primary key,
  account_id uuid not null references accounts,
  key text not null,
  topic text not null check (topic in ('dossier', 'security', 'service')),
  title text not null,
  body text not null,
  path text,
  created_at timestamptz not null,
  read_at timestamptz,
  unique (account_id, key)
);
create index notifications_inbox on notifications (account_id, created_at desc, id desc);

-- What became of the Official Account message of a notice.
create table oa_deliveries (
  notification_id uuid primary key references notifications,
  state text not null check (state in
    ('queued', 'sending', 'sent', 'refused', 'blocked', 'no-recipient', 'unclear', 'given-up')),
  attempts integer not null default 0,
  error_code text,
  message_id text,
  changed_at timestamptz not null
);

-- The Official Account's token: one row. Its refresh token can be used once, so one process refreshes at a time (lease).
create table oa_token (
  id text primary key check (id = 'oa'),
  access_token text,
  refresh_token text not null,
  expires_at timestamptz,
  version integer not null,
  -- Which token from the settings this row began with; another one there starts anew.
  seed_hash text not null,
  needs_consent boolean not null default false,
  leased_until timestamptz,
  lease_holder uuid
);
