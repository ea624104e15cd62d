-- What a channel broadcasts on a day, as the broadcaster handed it in; days that are long past are swept away.
create table media_programmes (
  day date not null,
  channel_id text not null,
  -- [{at, title}], by time.
  items text not null,
  handed_in_at timestamptz not null,
  primary key (day, channel_id)
);
