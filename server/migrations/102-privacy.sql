-- Which words somebody agreed to, as they stood.
alter table consents add column words_version text;
alter table consents add column words text;

-- What somebody asked to be handed of theirs. The bytes lie in the files, not for long.
create table exports (
  id uuid primary key,
  account_id uuid not null references accounts,
  citizen_id uuid,
  state text not null check (state in ('making', 'ready', 'failed')),
  store_key text not null,
  size bigint,
  asked_at timestamptz not null,
  expires_at timestamptz not null
);
create unique index exports_one on exports (account_id);
create index exports_expiry on exports (expires_at);
create table export_tickets (
  token_hash text primary key,
  export_id uuid not null references exports on delete cascade,
  expires_at timestamptz not null
);
create index export_tickets_export on export_tickets (export_id);
create index export_tickets_expiry on export_tickets (expires_at);

-- That somebody was forgotten, why and when; the account is an empty shell by then.
create table erasures (
  account_id uuid primary key references accounts,
  reason text not null check (reason in ('asked', 'zalo-revoked')),
  erased_at timestamptz not null
);

-- Whatever is somebody's is found by who they are.
create index files_citizen on files (citizen_id) where citizen_id is not null;
create index step_ups_account on step_ups (account_id);
create index step_ups_linked on step_ups (linked_citizen) where linked_citizen is not null;
create index identity_link_events_citizen on identity_link_events (citizen_id);
create index fee_receipt_tickets_order on fee_receipt_tickets (order_id);
create index payment_mismatches_order on payment_mismatches (order_id) where order_id is not null;
create index idempotency_about on idempotency ((substring(answer from '"code":"([A-Z]{2}-[0-9A-Z-]+)"')))
  where owner like 'system:%';
