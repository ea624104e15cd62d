-- Who of the province read a question, with what it wrote, and why; shown to the asker.
create table question_readings (
  id uuid primary key,
  question_id uuid not null references questions,
  system text not null,
  purpose text not null,
  at timestamptz not null
);
create index question_readings_question on question_readings (question_id, at);
