-- Problems in public places. What somebody wrote and what everybody may read stand in columns of their own and never mix.
create table reports (
  -- Chosen by the phone, so that what is sent again is recognised.
  id uuid primary key,
  code text not null unique,
  -- Null once the person was forgotten; the problem stays.
  account_id uuid references accounts,
  category text not null,
  form_version text not null,
  -- JSON as typed; text, because nothing here looks inside.
  answers text not null,
  words text not null,
  place_words text,
  place_source text not null check (place_source in ('zalo', 'photo', 'pin', 'words')),
  lat double precision,
  lng double precision,
  -- The square of the grid the point lies in, see field-reports/grid.ts.
  cell bigint,
  commune_code text,
  commune_guessed boolean not null,
  hide_name boolean not null,
  state text not null check (state in
    ('received', 'clarifying', 'assigned', 'inProgress', 'resolved', 'reopened', 'refused', 'merged')),
  is_open boolean not null,
  written_at timestamptz not null,
  submitted_at timestamptz not null,
  changed_at timestamptz not null,
  -- Working days: accept or refuse; answer what was asked; resolve; show the result to everybody.
  answer_by date,
  clarify_by date,
  resolve_by date not null,
  publish_by date,
  paused_on date,
  resolved_at timestamptz,
  -- What everybody may read; null until somebody has checked it.
  public_title text,
  public_words text,
  public_place text,
  published_at timestamptz,
  merged_into uuid references reports,
  rating integer check (rating between 1 and 5),
  rating_comment text,
  rated_at timestamptz,
  check ((lat is null) = (lng is null) and (lat is null) = (cell is null)),
  check ((published_at is null) = (public_title is null))
);
create index reports_account on reports (account_id, changed_at desc, id desc);
create index reports_desk on reports (state, changed_at, id);
create index reports_public on reports (published_at desc, id desc) where published_at is not null;
create index reports_public_commune on reports (commune_code, published_at desc, id desc) where published_at is not null;
create index reports_public_category on reports (category, published_at desc, id desc) where published_at is not null;
create index reports_public_both on reports (commune_code, category, published_at desc, id desc) where published_at is not null;
create index reports_public_open on reports (is_open, published_at desc, id desc) where published_at is not null;
create index reports_cell on reports (cell, category) where published_at is not null;
create index reports_merged on reports (merged_into) where merged_into is not null;
create index reports_clarify on reports (clarify_by) where state = 'clarifying';

-- The last number given out on a day.
create table report_numbers (day date primary key, last integer not null);

create table report_events (
  report_id uuid not null references reports,
  position integer not null,
  at timestamptz not null,
  state text not null,
  -- For everybody.
  note text,
  -- For offices only.
  internal_note text,
  -- The office; null: a citizen.
  office text,
  system text,
  -- Only offices see that it happened.
  is_internal boolean not null default false,
  primary key (report_id, position)
);

create table report_followers (
  report_id uuid not null references reports,
  account_id uuid not null references accounts,
  since timestamptz not null,
  primary key (report_id, account_id)
);
create index report_followers_account on report_followers (account_id, since desc);

-- Photos made for everybody: redrawn from the originals with faces and plates made unreadable.
create table report_photos (
  file_id uuid primary key,
  report_id uuid not null references reports,
  role text not null check (role in ('before', 'after')),
  position integer not null,
  small_key text not null,
  large_key text not null,
  width integer not null,
  height integer not null
);
create index report_photos_report on report_photos (report_id, position);

-- How many public reports lie in each square of each zoom level, so that a map of the province reads hundreds of rows, not a
-- million. `open_count` of them are open.
create table report_squares (
  zoom integer not null,
  square bigint not null,
  category text not null,
  count integer not null,
  open_count integer not null,
  sum_lat double precision not null,
  sum_lng double precision not null,
  primary key (zoom, square, category)
);
-- How many there are in all, by commune and category; '*' stands for every one.
create table report_counts (
  commune_code text not null,
  category text not null,
  count integer not null,
  open_count integer not null,
  primary key (commune_code, category)
);

-- Files of reports lie beside papers: the same upload, the same checks. A file has one owner: a citizen's draft or an
-- account's report, which may not have been sent yet.
alter table files alter column citizen_id drop not null;
alter table files alter column draft_id drop not null;
alter table files add column account_id uuid references accounts;
alter table files add column report_id uuid;
alter table files add column role text check (role in ('before', 'clarification', 'reopening', 'after'));
-- Sent with its report; from then on it stays.
alter table files add column sent_at timestamptz;
alter table files add constraint files_one_owner check ((draft_id is null) <> (report_id is null));
create index files_report on files (report_id, created_at, id) where report_id is not null;
create index files_account on files (account_id) where account_id is not null;

alter table notifications drop constraint notifications_topic_check;
alter table notifications add constraint notifications_topic_check
  check (topic in ('dossier', 'security', 'service', 'report'));

-- Which system read a report, and what for.
create table report_readings (
  id uuid primary key,
  report_id uuid not null references reports,
  system text not null,
  purpose text not null,
  at timestamptz not null
);
create index report_readings_report on report_readings (report_id, at);
