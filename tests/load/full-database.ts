import { birthAnswers } from '../../server/test/support/birth-draft.ts';
import form from '../../provinces/tay-ninh/procedures/1.001193.json' with { type: 'json' };

/**
 * A province after some years, written by the database itself: accounts with open sessions, drafts about to be sent, and
 * dossiers with their timelines, papers, notices and kept answers. Everything about number n is made from n, so whoever
 * asks for it knows the ids without reading them.
 */

const version = form.form.version;
const procedure = form.guide.code;
const answers = JSON.stringify(birthAnswers());
const receipt = JSON.stringify({
  dossierId: '00000000-0000-0000-0000-000000000000',
  code: '000.00.00.H53-260101-000000',
  procedureCode: procedure,
  procedureName: form.guide.shortName,
  formVersion: version,
  office: 'Ủy ban nhân dân phường Tân Ninh',
  receivedAt: '2026-01-01T00:00:00.000Z',
  answersHash: '0'.repeat(64),
  files: [{ name: 'Giấy chứng sinh.pdf', paperId: 'giay-chung-sinh', size: 180_000, sha256: '0'.repeat(64) }],
  declaration: form.form.declaration.map(({ label }) => label),
  jws: 'x'.repeat(700),
});

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** `a0000000-0000-4000-8000-00000000002a`, of number 42. */
export const idOf = (letter: string, n: string): string =>
  `('${letter}0000000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
export const idIn = (letter: string, n: number): string =>
  `${letter}0000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
export const tokenOf = (person: number): string => `load-test-session-of-${person}`;

/** Most people have a handful; one dossier in fifty belongs to one of twenty who send for many others. */
export function ownerOf(dossier: number, people: number): number {
  return dossier % 50 === 0 ? ((dossier / 50) % 20) + 1 : ((dossier * 7919) % people) + 1;
}
const ownerInSql = (people: number): string =>
  `(case when n % 50 = 0 then (n / 50) % 20 + 1 else (n::bigint * 7919) % ${people} + 1 end)`;

export const peopleSql = (people: number): string => `
  insert into accounts (id, zalo_id, zalo_name, phone, created_at, seen_at)
    select ${idOf('a', 'n')}, 'load-' || n, 'Người dân ' || n, '09' || lpad(n::text, 8, '0'), now() - interval '1 year', now()
      from generate_series(1, ${people}) n;
  insert into citizens (id, id_number, issuer, subject, full_name, birth_date, updated_at)
    select ${idOf('c', 'n')}, '0720' || lpad(n::text, 8, '0'), 'https://id.example', 'load-' || n, 'Nguyễn Thị Ánh',
           date '1950-01-01' + (n % 20000), now() from generate_series(1, ${people}) n;
  insert into identity_links (citizen_id, account_id, linked_at)
    select ${idOf('c', 'n')}, ${idOf('a', 'n')}, now() - interval '1 year' from generate_series(1, ${people}) n;
  insert into sessions (token_hash, account_id, created_at, expires_at)
    select encode(sha256(('load-test-session-of-' || n)::bytea), 'hex'), ${idOf('a', 'n')}, now(), now() + interval '1 day'
      from generate_series(1, ${people}) n;`;

/** Drafts with all answers and one paper that is ready, from number `from` to `to`; one a person, so that all can be sent. */
export const draftsSql = (from: number, to: number, people: number): string => `
  insert into drafts (id, citizen_id, procedure_code, form_version, answers, prefilled, page, rev, started_at, saved_at, expires_at)
    select ${idOf('d', 'n')}, ${idOf('c', `n % ${people} + 1`)}, '${procedure}', '${version}', ${quoted(answers)}, '[]', 'review', 1,
           now(), now(), now() + interval '60 days' from generate_series(${from}, ${to}) n;
  insert into files (id, citizen_id, draft_id, paper_id, name, announced_type, announced_size, announced_sha256, received, state,
                     store_key, media_type, kept_size, kept_sha256, created_at, changed_at)
    select ${idOf('e', 'n')}, ${idOf('c', `n % ${people} + 1`)}, ${idOf('d', 'n')}, 'giay-chung-sinh', 'Giấy chứng sinh.pdf',
           'application/pdf', 180000, repeat('0', 64), 180000, 'ready', encode(sha256(('draft' || n)::bytea), 'hex'),
           'application/pdf', 180000, repeat('0', 64), now(), now() from generate_series(${from}, ${to}) n;`;

/** Dossiers from number `from` to `to`, sent over two years; most are done, a few wait for someone. */
export const dossiersSql = (from: number, to: number, people: number): string => `
  create temporary table batch as
    select n, ${idOf('f', 'n')} as id, ${ownerInSql(people)} as person,
           now() - interval '2 years' + (n % 730) * interval '1 day' as sent,
           (array['completed','completed','completed','completed','handedOver','handedOver','withdrawn','processing',
                  'supplementRequired','accepted'])[n % 10 + 1] as state
      from generate_series(${from}, ${to}) n;
  insert into dossiers (id, code, citizen_id, account_id, draft_id, procedure_code, procedure_name, form_version, answers, office,
                        working_days, state, submitted_at, changed_at, registered_at, accepted_on, due_date, paused_on, receipt)
    select id, '000.00.00.H53-' || to_char(sent, 'YYMMDD') || '-' || lpad((n % 1000000)::text, 6, '0'), ${idOf('c', 'person')},
           ${idOf('a', 'person')}, ${idOf('b', 'n')}, '${procedure}', ${quoted(form.guide.shortName)}, '${version}',
           ${quoted(answers)}, 'Ủy ban nhân dân phường Tân Ninh', 5, state, sent, sent + (n % 240) * interval '1 hour',
           sent + interval '2 minutes', sent::date, sent::date + 7, case when state = 'supplementRequired' then sent::date + 2 end,
           ${quoted(receipt)} from batch;
  insert into dossier_events (dossier_id, position, at, state, note, office, system)
    select id, position, sent + position * interval '20 hours',
           (array['submitted', 'accepted', 'processing', state])[position], null,
           case when position > 1 then 'Ủy ban nhân dân phường Tân Ninh' end, case when position > 1 then 'one-stop' end
      from batch, generate_series(1, 4) position;
  insert into files (id, citizen_id, draft_id, dossier_id, paper_id, name, announced_type, announced_size, announced_sha256,
                     received, state, store_key, media_type, kept_size, kept_sha256, created_at, changed_at)
    select (md5('file' || n || '-' || number))::uuid, ${idOf('c', 'person')}, ${idOf('b', 'n')}, id, 'giay-chung-sinh',
           'Giấy chứng sinh ' || number || '.jpg', 'image/jpeg', 180000, repeat('0', 64), 180000, 'ready',
           encode(sha256(('kept' || n || '-' || number)::bytea), 'hex'), 'image/jpeg', 170000, repeat('0', 64), sent, sent
      from batch, generate_series(1, 1 + n % 2) number;
  insert into notifications (id, account_id, key, topic, title, body, path, created_at, read_at)
    select (md5('note' || n || '-' || position))::uuid, ${idOf('a', 'person')}, 'dossier:' || id || ':' || position, 'dossier',
           'Làm giấy khai sinh: đang xử lý', 'Hồ sơ đang được xử lý tại Ủy ban nhân dân phường Tân Ninh.', '/ho-so/' || id,
           sent + position * interval '20 hours', case when n % 3 > 0 then sent + interval '3 days' end
      from batch, generate_series(1, 3) position;
  insert into idempotency (owner, key, operation, body_hash, answer, created_at)
    select ${idOf('a', 'person')}::text, md5('key' || n), 'submitDossier', repeat('0', 64), ${quoted(receipt)}, sent from batch;
  drop table batch;`;

export const seededDraft = { rev: 1, formVersion: version, fileHash: '0'.repeat(64), answers: birthAnswers() };
