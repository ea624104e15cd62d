create table schools (
  code text primary key,
  name text not null,
  phone text
);
create table students (
  id uuid primary key,
  school_code text not null references schools,
  student_code text not null,
  full_name text not null,
  class_name text not null,
  unique (school_code, student_code)
);
-- Code and birth date as a keyed hash: what a parent must know.
create table student_keys (
  key text not null,
  student_id uuid not null references students,
  primary key (key, student_id)
);
create index student_keys_student on student_keys (student_id);
create table student_follows (
  account_id uuid not null references accounts,
  student_id uuid not null references students,
  followed_at timestamptz not null,
  primary key (account_id, student_id)
);
create table tuition_bills (
  id uuid primary key,
  school_code text not null references schools,
  bill_code text not null,
  student_id uuid not null references students,
  title text not null,
  lines text not null,
  total_vnd bigint not null check (total_vnd >= 0),
  due_date date,
  withdrawn boolean not null,
  paid_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (school_code, bill_code)
);
create index tuition_bills_student on tuition_bills (student_id, paid_at desc nulls first, created_at desc);
