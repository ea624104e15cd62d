-- The order of photos in their paper; null until somebody says it, then after those that have one.
alter table files add column position integer;
-- Its check waits for a malware scanner that does not answer.
alter table files add column delayed boolean not null default false;
