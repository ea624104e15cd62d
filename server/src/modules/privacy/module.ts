import { randomBytes, randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { hours, later, minutes } from '#core/clock';
import { noteWithdrawal } from '#core/consents';
import type { Deps } from '#core/deps';
import type { Account, ModuleHandlers } from '#core/handler';
import { describeSession } from '#core/live-session';
import { askAbout, type AskAbout } from '#core/personal-data';
import { createPlainPage, paragraph } from '#core/plain-page';
import { refuse } from '#core/problem';
import { assertRecentLogin, loginCountsUntil } from '#core/recent-login';
import { randomToken, sha256 } from '#core/secrets';
import type { Sql } from '#db';
import { erasureOf } from './erasure-view.ts';
import { exportById, exportOf, exportView, insertExport, dropExport } from './export-rows.ts';
import { queueExport, receiveExports } from './exporting.ts';
import type { Everything } from './ports.ts';

const EXPORT_LASTS = hours(24);
const TICKET_LASTS = minutes(2);
const READINGS_SHOWN = 100;

interface Reading {
  at: Date;
  system: string;
  purpose: string;
  about: string;
  path: string;
}

/** What a person agreed to, who read what is theirs, taking it along, and being forgotten. */
export function createPrivacyModule(deps: Deps, everything: Everything): ModuleHandlers<'privacy'> {
  const { clock, db, erasePerson, files, jobs, province, settings } = deps;
  const { PUBLIC_URL, RECENT_LOGIN_MINUTES } = settings;
  const page = createPlainPage(province, settings);
  receiveExports(deps, everything);

  const limits = () => ({ lasts: RECENT_LOGIN_MINUTES, now: clock.now() });
  const about = async (sql: Sql, { id }: Account) => everything.personOf(sql, id);

  /** Whoever holds a phone with a linked account must have shown lately who they are. */
  async function personWhoLoggedIn(sql: Sql, account: Account) {
    const person = await about(sql, account);
    const { accountId, citizenId } = person;
    if (citizenId !== null) await assertRecentLogin(sql, { accountId, citizenId }, limits());
    return person;
  }

  async function readingsOf(ask: AskAbout): Promise<Schemas['PersonalReading'][]> {
    const found: Reading[] = [];
    for (const { readings } of everything.modules)
      if (readings !== undefined) {
        found.push(...(await ask<Reading>(`${readings} order by 1 desc limit ${READINGS_SHOWN}`)));
      }
    found.sort((a, b) => b.at.getTime() - a.at.getTime());
    return found.slice(0, READINGS_SHOWN).map((one) => ({ ...one, at: one.at.toISOString() }));
  }

  return {
    async readPrivacy({ caller: { account } }) {
      const person = await about(db, account);
      const { accountId, citizenId } = person;
      const { rows } = await db.query<Omit<Schemas['GivenConsent'], 'givenAt' | 'withdrawnAt'> & Dates>(
        `select id, what, words_version as "wordsVersion", words, given_at as "givenAt", withdrawn_at as "withdrawnAt"
           from consents where account_id = $1 order by given_at desc, id limit 100`,
        [accountId],
      );
      const kept = await exportOf(db, accountId);
      const until = citizenId === null ? undefined : await loginCountsUntil(db, { accountId, citizenId }, limits());
      return {
        status: 200,
        body: {
          consents: rows.map(({ givenAt, withdrawnAt, ...one }) => ({
            ...one,
            givenAt: givenAt.toISOString(),
            withdrawnAt: withdrawnAt?.toISOString() ?? null,
          })),
          readings: await readingsOf(askAbout(db, person, clock.now())),
          export: kept && kept.expires_at > clock.now() ? exportView(kept) : null,
          login: { minutes: citizenId === null ? 0 : RECENT_LOGIN_MINUTES, until: until?.toISOString() ?? null },
        },
      };
    },

    async withdrawPhoneConsent({ caller: { account, session } }) {
      const now = clock.now();
      const body = await db.tx(async (tx) => {
        await tx.query('update accounts set phone = null, zalo_name = null where id = $1', [account.id]);
        await noteWithdrawal(tx, { accountId: account.id, what: 'phone' }, now);
        return describeSession(tx, session.token, now);
      });
      return { status: 200, body };
    },

    async startExport({ caller: { account } }) {
      const now = clock.now();
      const row = await db.tx(async (tx) => {
        const person = await personWhoLoggedIn(tx, account);
        const old = await exportOf(tx, account.id);
        if (old && old.state !== 'failed' && old.expires_at > now) return old;
        if (old) {
          await dropExport(tx, old.id);
          await jobs.enqueue(tx, 'remove-file-bytes', { files: [{ id: old.id, storeKey: old.store_key }] });
        }
        const id = randomUUID();
        const made = { id, account_id: account.id, citizen_id: person.citizenId, asked_at: now };
        const stored = { store_key: randomBytes(32).toString('hex'), expires_at: later(now, EXPORT_LASTS) };
        if (await insertExport(tx, { ...made, ...stored })) await queueExport(jobs, tx, id);
        return (await exportOf(tx, account.id)) ?? refuse('server-busy');
      });
      return { status: 201, body: exportView(row) };
    },

    async openExport({ params, caller: { account } }) {
      await personWhoLoggedIn(db, account);
      const row = await exportById(db, params.exportId);
      const now = clock.now();
      if (row?.account_id !== account.id || row.state !== 'ready' || row.expires_at <= now) return refuse('not-found');
      const token = randomToken();
      const expiresAt = later(now, TICKET_LASTS);
      await db.query('insert into export_tickets (token_hash, export_id, expires_at) values ($1, $2, $3)', [
        sha256(token),
        row.id,
        expiresAt,
      ]);
      const url = `${PUBLIC_URL}/privacy/exports/opened/${token}/du-lieu.zip`;
      return { status: 201, body: { url, expiresAt: expiresAt.toISOString() } };
    },

    async readExport({ params }) {
      const now = clock.now();
      const { rows } = await db.query<{ export_id: string }>(
        'delete from export_tickets where token_hash = $1 and expires_at > $2 returning export_id',
        [sha256(params.ticket), now],
      );
      const row = rows[0] && (await exportById(db, rows[0].export_id));
      if (row?.state !== 'ready' || row.expires_at <= now) {
        const words =
          'Đường dẫn này đã dùng rồi hoặc đã hết hạn. Dữ liệu của bạn vẫn còn. Mở ứng dụng, bấm Tải về lần nữa.';
        return { status: 410, ...page('Đường dẫn không còn dùng được', paragraph(words)) };
      }
      return {
        status: 200,
        raw: await files.read(row.store_key),
        headers: {
          'content-type': 'application/zip',
          'content-length': String(row.size),
          'content-disposition': 'attachment; filename="du-lieu.zip"',
          'content-security-policy': "sandbox; default-src 'none'",
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      };
    },

    async previewErasure({ caller: { account } }) {
      const ask = askAbout(db, await about(db, account), clock.now());
      return { status: 200, body: await erasureOf(everything.modules, ask) };
    },

    async eraseMe({ caller: { account } }) {
      const person = await personWhoLoggedIn(db, account);
      const body = await erasureOf(everything.modules, askAbout(db, person, clock.now()));
      await erasePerson(account.id, 'asked');
      return { status: 200, body };
    },
  };
}

interface Dates {
  givenAt: Date;
  withdrawnAt: Date | null;
}
