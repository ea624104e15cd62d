-- Photographed papers. A row is made before the first byte arrives; the bytes lie in quarantine until they are checked.
create table files (
  id uuid primary key,
  citizen_id uuid not null references citizens,
  draft_id uuid not null,
  -- Set when the draft became a dossier; from then on the file stays as it is.
  dossier_id uuid references dossiers,
  paper_id text not null,
  name text not null,
  announced_type text not null,
  announced_size integer not null check (announced_size >= 0),
  announced_sha256 text,
  received integer not null default 0,
  state text not null check (state in ('uploading', 'checking', 'ready', 'refused')),
  refusal text,
  -- Where the checked bytes are kept; random, decided at the start so that a repeated check writes the same place.
  store_key text not null unique,
  media_type text,
  kept_size integer,
  kept_sha256 text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index files_draft on files (draft_id, created_at, id);
create index files_dossier on files (dossier_id);
create index files_unfinished on files (state, changed_at);
