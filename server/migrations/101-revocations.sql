-- Somebody took back in Zalo what they had allowed the mini app. Kept as a proof that it was done, without who it was: the
-- fingerprint recognises the same word of Zalo's when it comes again.
create table revocations (
  fingerprint text primary key,
  revoked_at timestamptz not null,
  received_at timestamptz not null,
  state text not null check (state in ('erasing', 'erased', 'nobody')),
  ended_at timestamptz
);

-- An event of the Official Account is kept only of people who have an account here.
create index accounts_oa_user on accounts (oa_user_id) where oa_user_id is not null;
