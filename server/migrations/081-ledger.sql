-- Double entry: the lines of a posting add up to nothing. A key makes the same money one posting.
create table ledger_postings (
  id uuid primary key,
  key text not null unique,
  what text not null,
  order_id uuid references payment_orders,
  at timestamptz not null
);
create index ledger_postings_at on ledger_postings (at);
create index ledger_postings_order on ledger_postings (order_id);
create table ledger_lines (
  posting_id uuid not null references ledger_postings,
  account text not null,
  amount_vnd bigint not null check (amount_vnd <> 0),
  primary key (posting_id, account)
);

-- What a person must look at.
create table payment_mismatches (
  id uuid primary key,
  key text not null unique,
  kind text not null check (kind in ('wrongAmount', 'paidTwice', 'unknownOrder', 'unresolved', 'refundFailed')),
  order_id uuid references payment_orders,
  attempt_id uuid references payment_attempts,
  found_at timestamptz not null,
  note text,
  settled_at timestamptz,
  settled_by text
);
create index payment_mismatches_open on payment_mismatches (found_at, id) where settled_at is null;

-- Money that goes back, whole. sending: the provider is being asked; found so after a crash it is unclear, and nobody asks twice.
create table payment_refunds (
  id uuid primary key,
  attempt_id uuid not null unique references payment_attempts,
  order_id uuid references payment_orders,
  reason text not null,
  asked_by text not null,
  state text not null check (state in ('asked', 'sending', 'processing', 'unclear', 'failed', 'done')),
  provider_refund_id text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index payment_refunds_unclear on payment_refunds (changed_at) where state = 'unclear';
