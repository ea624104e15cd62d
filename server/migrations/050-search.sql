-- What can be found by words, whoever it belongs to: modules write their public things here, the search module reads. Words
-- are folded (small letters, no diacritics) before they come, so that every database compares them alike.
create table search_entries (
  kind text not null,
  ref text not null,
  title text not null,
  meta text,
  path text not null,
  -- More comes first among equals.
  weight smallint not null,
  -- [{folded, said}]: its names; `said` is shown when it was found by that one.
  names jsonb not null,
  body text not null,
  name_words tsvector not null,
  all_words tsvector not null,
  primary key (kind, ref)
);
create index search_entries_by_name_words on search_entries using gin (name_words);
create index search_entries_by_all_words on search_entries using gin (all_words);

-- Names by their beginning.
create table search_names (
  name text collate "C" not null,
  kind text not null,
  ref text not null,
  primary key (name, kind, ref),
  foreign key (kind, ref) references search_entries on delete cascade
);
create index search_names_by_entry on search_names (kind, ref);

-- Every word that occurs, and each with one letter left out: two words that are a slip of the finger apart share one.
create table search_words (
  word text collate "C" primary key
);
create table search_spellings (
  variant text collate "C" not null,
  word text collate "C" not null,
  primary key (variant, word)
);

-- What a kind looked like when it was last written as a whole.
create table search_editions (
  kind text primary key,
  hash text not null
);

-- What somebody searched for, for themselves alone; ten at most, and not for long.
create table recent_searches (
  account_id uuid not null references accounts on delete cascade,
  folded text not null,
  words text not null,
  searched_at timestamptz not null,
  primary key (account_id, folded)
);
create index recent_searches_by_age on recent_searches (searched_at);
create index recent_searches_of_account on recent_searches (account_id, searched_at desc);
