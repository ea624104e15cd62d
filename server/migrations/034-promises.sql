-- Accepted dossiers without a promised day because the days off of that year were not decided: few, and looked for each hour.
create index dossiers_unpromised on dossiers (id)
  where due_date is null and working_days is not null and state in ('accepted', 'processing');
