-- Questions to authorities. Published words stand beside the asker's own: they are masked, and an officer has read them.
create table questions (
  id uuid primary key,
  -- What offices name it by.
  code text not null unique,
  -- Null: a sample that came with the province.
  account_id uuid references accounts,
  dossier_id uuid references dossiers,
  dossier_code text,
  field text not null,
  field_name text not null,
  authority text not null,
  title text not null,
  text text not null,
  may_publish boolean not null,
  state text not null check (state in ('sent', 'clarification', 'answered', 'refused')),
  sent_at timestamptz not null,
  changed_at timestamptz not null,
  due_at timestamptz,
  answer text,
  answered_by text,
  answered_at timestamptz,
  public_title text,
  public_text text,
  public_answer text,
  published_at timestamptz,
  sample boolean not null default false,
  score integer check (score between 1 and 5),
  rating_comment text
);
create index questions_mine on questions (account_id, sent_at desc, id desc);
create index questions_by_state on questions (state, sent_at, id);
create index questions_by_time on questions (sent_at, id);
create index questions_public on questions (published_at desc, id desc) where published_at is not null;
create index questions_public_field on questions (field, published_at desc, id desc) where published_at is not null;

create table question_events (
  question_id uuid not null references questions,
  position integer not null,
  at timestamptz not null,
  kind text not null check (kind in ('sent', 'clarificationAsked', 'clarified', 'answered', 'refused', 'published')),
  by_office text,
  text text,
  primary key (question_id, position)
);

-- Words of published questions, folded (no diacritics, small letters), for finding them while somebody types.
create table question_words (
  word text collate "C" not null,
  question_id uuid not null references questions,
  weight integer not null,
  primary key (word, question_id)
);
create index question_words_of on question_words (question_id);

-- What somebody is writing: one a person.
create table question_drafts (
  account_id uuid primary key references accounts,
  id uuid not null,
  field text,
  title text not null,
  text text not null,
  may_publish boolean not null,
  dossier_id uuid,
  saved_at timestamptz not null
);
