import { expect, test } from 'vitest';
import { readMigrations } from './migrations.ts';

/** What a server process of the release before, which still runs while the new one starts, could not live with. */
const TAKES_AWAY = [
  /\bdrop\s+(table|column|view)\b/i,
  /\brename\s+(to|column)\b/i,
  /\balter\s+column\s+\w+\s+(set\s+data\s+)?type\b/i,
  /\balter\s+column\s+\w+\s+set\s+not\s+null\b/i,
  /\badd\s+column\s+(?!.*\bdefault\b)[^,;]*\bnot\s+null\b/i,
];
/** From before there was a release. */
const BEFORE_RELEASES = ['100-notice-ladder.sql'];

const withoutComments = (sql: string): string => sql.replace(/--.*$/gm, '');
const takesAway = (sql: string): boolean => TAKES_AWAY.some((pattern) => pattern.test(withoutComments(sql)));

test('migrations only add, so that old and new processes may serve side by side', async () => {
  const guilty = (await readMigrations()).filter(({ sql }) => takesAway(sql)).map(({ name }) => name);
  expect(guilty.filter((name) => !BEFORE_RELEASES.includes(name))).toEqual([]);
});

test.each([
  'alter table dossiers drop column office;',
  'alter table dossiers rename to files_sent;',
  'alter table dossiers alter column code type varchar(20);',
  'alter table dossiers add column weight int not null;',
])('this would not pass: %s', (sql) => {
  expect(takesAway(sql)).toBe(true);
});

test('a column with a value for the rows that are there may be added', () => {
  expect(takesAway('alter table dossiers add column weight int not null default 0; -- drop table x')).toBe(false);
});
