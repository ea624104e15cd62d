-- Which system was shown which list of citizens' things: one row for an answer, and nothing of what stood in it.
create table list_readings (
  id bigint generated always as identity primary key,
  system text not null,
  -- The operation, and as JSON what was asked of it.
  list text not null,
  asked text not null,
  shown integer not null,
  at timestamptz not null
);
create index list_readings_at on list_readings (at);

-- What was added to something and never sent is swept each day, without going through everything that was.
create index files_report_unsent on files (changed_at) where report_id is not null and sent_at is null;
create index files_question_unsent on files (changed_at) where question_id is not null and sent_at is null;
