-- One row a day of an office, made when somebody books or the office says something; whoever books locks it.
create table appointment_days (
  office_id text not null,
  day date not null,
  -- Why nobody is received; null: open.
  closed text,
  -- Places in each slot, where the office wants others than the province set.
  capacity integer check (capacity >= 0),
  last_number integer not null default 0,
  -- The number called last.
  called integer,
  primary key (office_id, day)
);

create table appointments (
  id uuid primary key,
  account_id uuid not null references accounts,
  office_id text not null,
  service_id text not null,
  day date not null,
  -- `08:30` on the wall.
  slot text not null,
  -- Which of the places of the slot, from 0.
  place integer not null check (place >= 0),
  number integer not null,
  state text not null check (state in ('booked', 'called', 'cancelled', 'closed', 'past')),
  -- What the phone asked for at first; the same again is the same booking, also after it was moved.
  asked text not null,
  booked_at timestamptz not null,
  changed_at timestamptz not null
);
-- Whatever the program does: a place belongs to one person, a person has one open booking for a service.
create unique index appointments_place on appointments (office_id, day, service_id, slot, place)
  where state in ('booked', 'called');
create unique index appointments_open on appointments (account_id, service_id) where state = 'booked';
create unique index appointments_number on appointments (office_id, day, number);
create index appointments_mine on appointments (account_id, day desc, slot desc, id desc);
create index appointments_waiting on appointments (day) where state = 'booked';
