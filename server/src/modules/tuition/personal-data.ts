import type { PersonalData } from '#core/personal-data';

/** Pupils and bills are their schools' and no account's; which of them somebody follows is that person's. */
export const tuitionData: PersonalData = {
  tables: ['student_follows', 'students', 'student_keys', 'tuition_bills'],
  things: [
    {
      what: 'students',
      rows: `select s.student_code as "studentCode", s.full_name as "fullName", s.class_name as "className", f.followed_at as "since"
               from student_follows f join students s on s.id = f.student_id where f.account_id = {account}`,
    },
  ],
  async erase(ask) {
    await ask('delete from student_follows where account_id = {account}');
  },
};
