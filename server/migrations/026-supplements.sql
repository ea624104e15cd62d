-- What an office asks of a citizen for a dossier that is on its way: everything at once, answered once. The id of a request
-- stands where a draft's would for the files sent to it.
create table supplement_requests (
  id uuid primary key,
  dossier_id uuid not null references dossiers,
  number integer not null check (number >= 1),
  office text not null,
  note text,
  -- JSON as asked; text, because nothing here looks inside.
  items text not null,
  asked_at timestamptz not null,
  answer_by date,
  -- closed: the office went on without it, or the dossier was withdrawn.
  state text not null check (state in ('open', 'sent', 'closed')),
  -- As typed, until it is sent; then as it was sent.
  answers text not null default '{}',
  rev integer not null default 1,
  saved_at timestamptz not null,
  sent_at timestamptz,
  -- The receipt as it was answered, letter by letter.
  receipt text,
  -- Files nobody will send any more are still there.
  untidy boolean not null default false,
  unique (dossier_id, number)
);
create unique index supplement_requests_open on supplement_requests (dossier_id) where state = 'open';
create index supplement_requests_untidy on supplement_requests (saved_at) where untidy;
-- How many there were: most dossiers have none, and then nobody looks.
alter table dossiers add column supplements integer not null default 0;
