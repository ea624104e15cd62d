import { randomUUID } from 'node:crypto';
import type { SecretBox } from '#core/secret-box';
import type { Sql } from '#db';

const PURPOSE = 'tuition student';

/** As schools print it and parents type it: spaces, dashes and case do not matter. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\s-]+/g, '')
    .toUpperCase();

const known = (studentCode: string, birthDate: string): string => `${plainCode(studentCode)} ${birthDate}`;

export interface StudentRow {
  id: string;
  full_name: string;
  class_name: string;
  school_code: string;
  school_name: string;
  school_phone: string | null;
}

const SELECTION = `select s.id, s.full_name, s.class_name, s.school_code, c.name as school_name, c.phone as school_phone
  from students s join schools c on c.code = s.school_code`;

/** Of code and birth date; empty for a code that does not exist and a date that does not fit alike: one look into one index. */
export async function studentsByFacts(
  sql: Sql,
  secrets: SecretBox,
  { studentCode, birthDate }: { studentCode: string; birthDate: string },
): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    'select student_id as id from student_keys where key = any($1::text[]) order by student_id',
    [secrets.marks(PURPOSE, known(studentCode, birthDate))],
  );
  return rows.map(({ id }) => id);
}

/** Whom an account follows, as it began to. */
export async function followedBy(sql: Sql, accountId: string): Promise<StudentRow[]> {
  const { rows } = await sql.query<StudentRow>(
    `${SELECTION} join student_follows f on f.student_id = s.id where f.account_id = $1 order by f.followed_at, s.id`,
    [accountId],
  );
  return rows;
}

export async function follow(
  tx: Sql,
  { accountId, studentId, most }: { accountId: string; studentId: string; most: number },
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into student_follows (account_id, student_id, followed_at)
     select $1, $2, $3 where (select count(*) from student_follows where account_id = $1) < $4
     on conflict do nothing`,
    [accountId, studentId, now, most],
  );
}

/** False when it was not followed. */
export async function unfollow(tx: Sql, accountId: string, studentId: string): Promise<boolean> {
  const { count } = await tx.query('delete from student_follows where account_id = $1 and student_id = $2', [
    accountId,
    studentId,
  ]);
  return count > 0;
}

interface NamedStudent {
  schoolCode: string;
  studentCode: string;
  birthDate: string;
  fullName: string;
  className: string;
}

/** As the school has it now; answers whose row it is. */
export async function enterStudent(tx: Sql, secrets: SecretBox, student: NamedStudent): Promise<string> {
  const { schoolCode, studentCode, birthDate, fullName, className } = student;
  const { rows } = await tx.query<{ id: string }>(
    `insert into students (id, school_code, student_code, full_name, class_name) values ($1, $2, $3, $4, $5)
     on conflict (school_code, student_code) do update set full_name = excluded.full_name, class_name = excluded.class_name
     returning id`,
    [randomUUID(), schoolCode, plainCode(studentCode), fullName.trim(), className.trim()],
  );
  const id = rows[0]?.id ?? '';
  const marks = secrets.marks(PURPOSE, known(studentCode, birthDate));
  await tx.query('insert into student_keys (key, student_id) values ($1, $2) on conflict do nothing', [marks[0], id]);
  // A birth date that was put right opens, the wrong one no longer.
  await tx.query('delete from student_keys where student_id = $1 and not key = any($2::text[])', [id, marks]);
  return id;
}
