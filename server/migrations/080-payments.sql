-- What is to be paid, and what is known of the money. The only place an amount comes from.
create table payment_orders (
  id uuid primary key,
  -- To be read out; the reference other systems carry.
  code text not null unique,
  account_id uuid not null references accounts,
  -- Set where it is for something of a verified citizen's: then it is theirs, from whatever account.
  citizen_id uuid references citizens,
  kind text not null check (kind in ('tuition', 'dossierFee')),
  title text not null,
  path text not null,
  amount_vnd bigint not null check (amount_vnd > 0),
  items text not null,
  -- To whose account in the ledger it goes.
  payee text not null,
  payee_name text not null,
  state text not null check (state in ('created', 'pending', 'paid', 'failed', 'expired', 'refunded')),
  money text not null check (money in ('none', 'unknown', 'taken', 'returning', 'returned')),
  -- The signed fields were handed out, and nothing was heard of them since.
  blind boolean not null default false,
  created_at timestamptz not null,
  opened_at timestamptz,
  paid_at timestamptz,
  expires_at timestamptz not null,
  -- When somebody must look at it again by themselves; null: never.
  watch_at timestamptz
);
create index payment_orders_account on payment_orders (account_id, created_at desc);
create index payment_orders_citizen on payment_orders (citizen_id, created_at desc) where citizen_id is not null;
create index payment_orders_watch on payment_orders (watch_at) where watch_at is not null;
create index payment_orders_blind on payment_orders (expires_at) where blind;

-- The last number given out on a day.
create table payment_numbers (
  day date primary key,
  last integer not null
);

-- What an order pays. Live: this order has paid it, or may yet have; nobody else may begin.
create table payment_subjects (
  subject text not null,
  order_id uuid not null references payment_orders,
  live boolean not null,
  primary key (order_id, subject)
);
create unique index payment_subjects_live on payment_subjects (subject) where live;
create index payment_subjects_all on payment_subjects (subject, order_id);

-- An order as a provider knows it; one of ours may have several. A row may be only what a phone claims until the provider names
-- our order itself. A null order: money of which nobody knows what it is for.
create table payment_attempts (
  id uuid primary key,
  provider text not null check (provider in ('checkout', 'national')),
  provider_order_id text not null,
  order_id uuid references payment_orders,
  -- What the phone saw.
  seen text check (seen in ('opened', 'left', 'done')),
  -- What the provider said last, and when.
  outcome text check (outcome in ('paid', 'failed', 'processing', 'unpaid', 'foreign')),
  outcome_at timestamptz,
  transaction_id text,
  amount_vnd bigint,
  paid_at timestamptz,
  learnt_at timestamptz not null,
  asked integer not null default 0,
  asked_at timestamptz,
  next_check_at timestamptz,
  unique nulls not distinct (provider, provider_order_id, order_id)
);
-- One order at a provider is money once.
create unique index payment_attempts_money on payment_attempts (provider, provider_order_id) where paid_at is not null;
create index payment_attempts_order on payment_attempts (order_id, learnt_at);
create index payment_attempts_due on payment_attempts (next_check_at) where next_check_at is not null;
create index payment_attempts_transaction on payment_attempts (provider, transaction_id) where transaction_id is not null;

-- Receipts of fees, numbered without a gap.
create table fee_receipt_series (
  form text not null,
  symbol text not null,
  last bigint not null,
  primary key (form, symbol)
);
create table fee_receipts (
  order_id uuid primary key references payment_orders,
  form text not null,
  symbol text not null,
  number bigint not null,
  issued_at timestamptz not null,
  unique (form, symbol, number)
);
create table fee_receipt_tickets (
  token_hash text primary key,
  order_id uuid not null references payment_orders,
  expires_at timestamptz not null
);
create index fee_receipt_tickets_expiry on fee_receipt_tickets (expires_at);
