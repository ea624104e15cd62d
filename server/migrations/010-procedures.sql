-- Every form version that was ever published here, for ever: drafts and dossiers of older versions find theirs.
create table form_versions (
  procedure_code text not null,
  version text not null,
  -- SHA-256 of `definition`, which is canonical JSON.
  hash text not null,
  definition text not null,
  published_at timestamptz not null,
  primary key (procedure_code, version)
);
