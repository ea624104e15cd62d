-- News and urgent alerts. The text is kept as it was made safe; what an editor sent is not.
create table news_pictures (
  id uuid primary key,
  alt text not null,
  width integer not null,
  height integer not null,
  -- [{width, key}], smallest first: the same picture in the files, once for each width.
  variants text not null,
  added_at timestamptz not null
);

create table news_articles (
  id uuid primary key,
  slug text not null unique,
  topic text not null,
  title text not null,
  summary text not null,
  html text not null,
  author text not null,
  source_name text,
  source_url text,
  picture_id uuid references news_pictures,
  -- Urgent, and pinned until then.
  alert_until timestamptz,
  published_at timestamptz not null,
  changed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  sample boolean not null default false,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index news_articles_newest on news_articles (published_at desc, id desc) where withdrawn_at is null;
create index news_articles_topic on news_articles (topic, published_at desc, id desc) where withdrawn_at is null;
create index news_articles_alerts on news_articles (alert_until) where alert_until is not null and withdrawn_at is null;
create index news_articles_all on news_articles (published_at desc, id desc);
