-- A notice climbs from the inbox to Zalo's message, to a notice by phone number (ZNS), to a text message; what became of each
-- step, and why one was left out.
alter table oa_deliveries rename to deliveries;
alter table deliveries add column channel text not null default 'oa' check (channel in ('oa', 'zns', 'sms'));
alter table deliveries alter column channel drop default;
alter table deliveries drop constraint oa_deliveries_pkey;
alter table deliveries add primary key (notification_id, channel);
alter table deliveries drop constraint oa_deliveries_state_check;
alter table deliveries add constraint deliveries_state_check check (state in
  ('queued', 'sending', 'sent', 'refused', 'blocked', 'no-recipient', 'unclear', 'given-up', 'skipped'));
-- The first time it was tried; waiting for the morning is no try.
alter table deliveries add column tried_at timestamptz;
create index notifications_newest on notifications (created_at desc, id desc);

update jobs set kind = 'notice' where kind = 'oa-message';

-- Goes up the ladder until somebody is reached; passes quiet hours.
alter table notifications add column climbs boolean not null default false;
alter table notifications add column urgent boolean not null default false;
alter table notifications drop constraint notifications_topic_check;
alter table notifications add constraint notifications_topic_check check (topic in
  ('dossier', 'report', 'question', 'appointment', 'payment', 'store', 'security', 'service', 'news'));

-- What a person chose otherwise than is usual: one row for a topic and a channel.
create table notice_choices (
  account_id uuid not null references accounts,
  topic text not null,
  channel text not null check (channel in ('oa', 'zns', 'sms')),
  wanted boolean not null,
  changed_at timestamptz not null,
  primary key (account_id, topic, channel)
);

-- Quiet hours a person chose, `HH:MM` in Vietnam; both null: none. No row: the province's.
create table quiet_hours (
  account_id uuid primary key references accounts,
  from_time text,
  to_time text,
  changed_at timestamptz not null,
  check ((from_time is null) = (to_time is null))
);

-- What Zalo told of a person and the Official Account. Only the latest of each kind, so an event that comes twice or late
-- changes nothing.
create table oa_contacts (
  oa_user_id text primary key,
  zalo_id text,
  followed_at timestamptz,
  left_at timestamptz,
  wrote_at timestamptz
);
create index oa_contacts_zalo on oa_contacts (zalo_id) where zalo_id is not null;
