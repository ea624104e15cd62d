import { randomBytes, randomUUID } from 'node:crypto';
import { canonicalJson, reportState, reportStateTitle, type Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { once, onceWithBytes } from '#core/idempotency';
import { cutPage, readPage } from '#core/page-cursor';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import type { Categories } from './categories.ts';
import { mergeInto } from './merge.ts';
import { moveLocked } from './move-report.ts';
import type { Photos, Surroundings } from './ports.ts';
import { publicPhotos } from './public-rows.ts';
import type { Publishing } from './publish.ts';
import { countFollowers, eventsOf, insertEvent, pageForOffice, reportByCode, type ReportRow } from './report-rows.ts';
import { officeView } from './report-view.ts';

interface Needs {
  categories: Categories;
  photos: Photos;
  surroundings: Surroundings;
  publishing: Publishing;
}

interface Reader {
  system: string;
  scopes: readonly string[];
}

/** What an office was doing when it was shown a report, in words for who sent it. */
const purposes = { moveReport: 'Chuyển bước', noteReport: 'Ghi chú nội bộ', mergeReport: 'Gộp phản ánh' } as const;

/** Whoever has it sees who sent a report, unless the name is to be hidden. */
const PERSON_SCOPE = 'reports:person';

/** Field reports as offices work on them. */
export function createReportOffice(
  deps: Deps,
  { categories, photos, surroundings, publishing }: Needs,
): ModuleHandlers<'report-office'> {
  const { db, notify, search } = deps;
  const around = { notify, calendar: surroundings.calendar, categories };

  async function personOf(sql: Sql, { account_id }: ReportRow): Promise<Schemas['OfficeReport']['person']> {
    const { rows } = await sql.query<{ name: string | null; phone: string | null }>(
      'select zalo_name as name, phone from accounts where id = $1',
      [account_id],
    );
    return rows[0] ?? null;
  }

  async function noteReading({ id }: ReportRow, { system }: Reader, purpose: string): Promise<void> {
    await db.query('insert into report_readings (id, report_id, system, purpose, at) values ($1, $2, $3, $4, $5)', [
      randomUUID(),
      id,
      system,
      purpose.trim(),
      surroundings.now(),
    ]);
  }

  /** Whoever is shown it has read it, also by doing something to it; that is written down for who sent it. */
  async function show(row: ReportRow, reader: Reader, purpose: string): Promise<Schemas['OfficeReport']> {
    await noteReading(row, reader, purpose);
    return officeView(row, {
      events: await eventsOf(db, row.id),
      files: await photos.ofReport(db, row.id),
      photos: await publicPhotos(db, row.id),
      person: reader.scopes.includes(PERSON_SCOPE) ? await personOf(db, row) : null,
      followers: await countFollowers(db, row.id),
    });
  }

  interface Act {
    operation: 'moveReport' | 'noteReport' | 'mergeReport';
    code: string;
    key: string;
    body: { by: string };
    caller: Reader;
  }

  /** Does something to a report once for a key, and answers the report as it is then. */
  async function act(
    { operation, code, key, body, caller }: Act,
    work: (tx: Transaction, row: ReportRow) => Promise<string>,
  ): Promise<Schemas['OfficeReport']> {
    const keyed = { owner: `system:${caller.system}`, key, operation, body: canonicalJson({ code, ...body }) };
    const shown = await db.tx((tx) =>
      once(tx, keyed, surroundings.now(), async () => work(tx, await reportByCode(tx, code, { lock: true }))),
    );
    return show(await reportByCode(db, shown), caller, `${purposes[operation]}: ${body.by}`);
  }

  return {
    async listReportsForOffice({ query }) {
      const page = readPage(query);
      const found = await pageForOffice(db, query.state, page);
      const { rows, next } = cutPage(found, page.limit, (row) => row.changed_at);
      const items = rows.map((row) => ({
        code: row.code,
        category: row.category,
        words: row.words,
        communeCode: row.commune_code,
        state: row.state,
        submittedAt: row.submitted_at.toISOString(),
        dueDate: row.paused_on === null ? row.resolve_by : null,
        isPublic: row.published_at !== null,
      }));
      return { status: 200, body: { items, next } };
    },

    async readReportForOffice({ params, query, caller }) {
      const row = await reportByCode(db, params.reportCode);
      return { status: 200, body: await show(row, caller, query.purpose) };
    },

    async readReportFileForOffice({ params, query, caller }) {
      const row = await reportByCode(db, params.reportCode);
      const content = (await photos.content(db, row.id, params.fileId)) ?? refuse('not-found');
      await noteReading(row, caller, query.purpose);
      return content;
    },

    async moveReport({ params, body, headers, caller }) {
      const { to, by } = body;
      const note = body.note?.trim() || null;
      const moved = { operation: 'moveReport', code: params.reportCode, key: headers['idempotency-key'] } as const;
      const answer = await act({ ...moved, body, caller }, async (tx, row) => {
        const { officeMoves } = reportState(row.state);
        if (!officeMoves.includes(to)) {
          const ways = officeMoves.map((state) => reportStateTitle(state, 'vi')).join(', ');
          const now = `Phản ánh đang ở bước “${reportStateTitle(row.state, 'vi')}”.`;
          refuse('transition-refused', { detail: `${now} ${ways ? `Có thể chuyển sang: ${ways}.` : 'Đã kết thúc.'}` });
        }
        if (note === null && reportState(to).noteRequired) {
          const message = 'Hãy ghi một câu cho người gửi và mọi người đọc.';
          refuse('invalid', { errors: [{ path: 'note', code: 'required', message }] });
        }
        if (to === 'clarifying' && row.account_id === null) {
          const message =
            'Không hỏi lại được người gửi: phản ánh đến từ chương trình khác, hoặc người gửi đã gỡ tài khoản.';
          refuse('invalid', { errors: [{ path: 'to', code: 'nobody', message }] });
        }
        const internalNote = body.internalNote?.trim() || null;
        const move = { to, note, internalNote, by, system: caller.system, now: surroundings.now() };
        return (await moveLocked(tx, row, move, around)).code;
      });
      return { status: 200, body: answer };
    },

    async noteReport({ params, body, headers, caller }) {
      const noted = { operation: 'noteReport', code: params.reportCode, key: headers['idempotency-key'] } as const;
      const answer = await act({ ...noted, body, caller }, async (tx, row) => {
        const { by: office, internalNote } = body;
        const { system } = caller;
        const at = surroundings.now();
        await insertEvent(tx, {
          reportId: row.id,
          at,
          state: row.state,
          internalNote,
          office,
          system,
          isInternal: true,
        });
        return row.code;
      });
      return { status: 200, body: answer };
    },

    async mergeReport({ params, body, headers, caller }) {
      const merged = { operation: 'mergeReport', code: params.reportCode, key: headers['idempotency-key'] } as const;
      const answer = await act({ ...merged, body, caller }, async (tx, row) => {
        const merging = { into: body.into, by: body.by, internalNote: body.internalNote, system: caller.system };
        const target = await mergeInto(tx, row, { ...merging, now: surroundings.now() }, around);
        await search.remove(tx, 'report', [row.id]);
        return target.code;
      });
      return { status: 200, body: answer };
    },

    async publishReport({ params, body, caller }) {
      const row = await publishing.publish(params.reportCode, body, caller.system);
      return { status: 200, body: await show(row, caller, 'Công khai phản ánh') };
    },

    async hideReport({ params, caller }) {
      await publishing.hide(params.reportCode, caller.system);
      return { status: 204 };
    },

    async handInReportPhoto({ params, body, headers, caller }) {
      const photo = await photos.look(body);
      const message = 'Tệp này không phải ảnh, hoặc bị hỏng.';
      if (!photo) return refuse('file-refused', { errors: [{ path: 'photo', code: 'type', message }] });
      const keyed = {
        owner: `system:${caller.system}`,
        key: headers['idempotency-key'],
        operation: 'handInReportPhoto',
        body: canonicalJson({ code: params.reportCode, sha256: photo.came.sha256 }),
      };
      const storeKey = randomBytes(32).toString('hex');
      const kept = await onceWithBytes(deps, keyed, { storeKey, bytes: photo.kept.bytes }, async (tx, now) => {
        const row = await reportByCode(tx, params.reportCode, { lock: true });
        return JSON.stringify(await photos.keepAfter(tx, row.id, { ...photo, storeKey }, now));
      });
      return { status: 200, body: JSON.parse(kept) as Schemas['ReportFile'] };
    },
  };
}
