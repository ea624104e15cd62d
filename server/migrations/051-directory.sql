-- Public places. `place` is the contract's Place; `hash` says whether a row of an import changes anything.
create table places (
  id text primary key,
  topic text not null,
  kind text not null,
  -- The folded name: databases do not agree on Vietnamese order.
  sort_key text collate "C" not null,
  -- An imported place is not overwritten by what came with the code.
  origin text not null check (origin in ('province', 'import')),
  -- Taken out of the directory; kept so that it does not come back with the next start.
  removed boolean not null default false,
  hash text not null,
  place jsonb not null,
  changed_at timestamptz not null
);
create index places_by_topic on places (topic, sort_key, id) where not removed;
create index places_by_kind on places (topic, kind, sort_key, id) where not removed;
create index places_of_province on places (origin) where origin = 'province';
