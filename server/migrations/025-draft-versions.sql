-- Answers of an older form version that found no place in the newer one: JSON, kept until the person drops them.
alter table drafts add column old_answers text not null default '[]';

-- When its owner was told that it will be thrown away; a save begins the sixty days anew.
alter table drafts add column told_at timestamptz;
create index drafts_untold on drafts (expires_at) where told_at is null;
