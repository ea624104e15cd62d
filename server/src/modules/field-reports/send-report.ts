import { canonicalJson, type Schemas } from '@dvc/contract';
import { checkForm, faultWords } from '@dvc/contract/forms';
import type { Deps } from '#core/deps';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import type { Categories } from './categories.ts';
import type { Communes } from './communes.ts';
import { firstClock } from './deadlines.ts';
import { cellOf } from './grid.ts';
import { tellReport } from './notices.ts';
import type { Photos, Surroundings } from './ports.ts';
import { insertEvent, reportById, type ReportRow } from './report-rows.ts';

type FieldProblem = Schemas['FieldProblem'];

/** A report as the phone sends it. */
export interface Sending {
  id: string;
  category: string;
  formVersion: string;
  answers: Schemas['Answers'];
  words: string;
  place: Schemas['ReportPlace'];
  files: string[];
  hideName: boolean;
  writtenAt: string;
}

/** Who sends, and by which idempotency key: a person, or another program, which sends no files. */
type Sender = { accountId: string; system?: undefined; key: string } | { accountId: null; system: string; key: string };

interface Needs {
  categories: Categories;
  communes: Communes;
  photos: Photos;
  surroundings: Surroundings;
}

async function nextCode(tx: Transaction, day: string): Promise<string> {
  const { rows } = await tx.query<{ last: number }>(
    `insert into report_numbers (day, last) values ($1, 1)
     on conflict (day) do update set last = report_numbers.last + 1 returning last`,
    [day],
  );
  return `PA-${day.slice(2).replaceAll('-', '')}-${String(rows[0]?.last ?? 0).padStart(4, '0')}`;
}

export function createSendReport({ db, notify }: Deps, { categories, communes, photos, surroundings }: Needs) {
  function receiptOf(row: ReportRow): Schemas['SentReport'] {
    return {
      id: row.id,
      code: row.code,
      receivedAt: row.submitted_at.toISOString(),
      communeCode: row.commune_code,
      communeName: row.commune_code === null ? null : (communes.name(row.commune_code) ?? null),
      communeGuessed: row.commune_guessed,
      resolveBy: row.resolve_by,
    };
  }

  /** What is missing or wrong, in the words of the form. */
  function faultsOf(sent: Sending): FieldProblem[] {
    const category = categories.find(sent.category);
    if (!category) {
      const message = 'Chưa rõ là chuyện gì. Ảnh và lời của bạn vẫn còn. Hãy chọn lại loại việc.';
      return [{ path: 'category', code: 'required', message }];
    }
    const faults: FieldProblem[] = [];
    if (sent.files.length === 0 && sent.words.trim() === '') {
      faults.push({ path: 'words', code: 'required', message: 'Cần ít nhất một tấm ảnh hoặc một câu kể chuyện gì.' });
    }
    const { point, words, source } = sent.place;
    if (point === undefined && !words?.trim()) {
      faults.push({ path: 'place', code: 'required', message: 'Chưa rõ ở đâu. Hãy lấy vị trí, hoặc ghi gần chỗ nào.' });
    }
    if (point === undefined && source !== 'words') refuse('bad-request');
    // What was written without a network for older questions is taken as it is: nothing anybody wrote is lost for that.
    if (sent.formVersion === categories.version) {
      const broken = checkForm(categories.form(category), sent.answers as never, surroundings.rules());
      faults.push(...broken.map((fault) => ({ path: fault.path, code: fault.code, message: faultWords(fault, 'vi') })));
    }
    return faults;
  }

  /** The commune the person chose, or the likeliest: then it is said to be a guess. */
  function communeOf({ place, words }: Sending): { code: string | null; guessed: boolean } {
    if (place.communeCode !== undefined && communes.name(place.communeCode) !== undefined) {
      return { code: place.communeCode, guessed: false };
    }
    const named = communes.inWords(place.words ?? '') ?? communes.inWords(words);
    const near = place.point ? communes.at(place.point) : [];
    // Words and point agree, or one of them is all there is.
    const code = near.some((one) => one.code === named) || near.length === 0 ? named : near[0]?.code;
    return { code: code ?? null, guessed: true };
  }

  async function insert(tx: Transaction, sent: Sending, { accountId, system }: Sender): Promise<ReportRow> {
    const now = surroundings.now();
    const today = surroundings.today();
    const { point, words, source } = sent.place;
    const commune = communeOf(sent);
    const written = new Date(sent.writtenAt);
    const days = categories.find(sent.category)?.resolveWorkingDays ?? 15;
    const clock = firstClock(today, days, surroundings.calendar);
    await tx.query(
      `insert into reports (id, code, account_id, category, form_version, answers, words, place_words, place_source, lat, lng,
                            cell, commune_code, commune_guessed, hide_name, state, is_open, written_at, submitted_at,
                            changed_at, answer_by, resolve_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'received', true, $16, $17, $17, $18, $19)`,
      [
        sent.id,
        await nextCode(tx, today),
        accountId,
        sent.category,
        sent.formVersion,
        JSON.stringify(sent.answers),
        sent.words.trim(),
        words?.trim() || null,
        source,
        point?.lat ?? null,
        point?.lng ?? null,
        point ? cellOf(point) : null,
        commune.code,
        commune.guessed,
        sent.hideName,
        written > now ? now : written,
        now,
        clock.answer_by,
        clock.resolve_by,
      ],
    );
    const row = await reportById(tx, sent.id);
    if (!row) throw new Error('a report was not kept');
    const position = await insertEvent(tx, { reportId: row.id, at: now, state: 'received', system: system ?? null });
    const categoryName = categories.find(row.category)?.name ?? row.category;
    await tellReport(tx, notify, row, { position, note: null, categoryName });
    return row;
  }

  async function keep(tx: Transaction, sent: Sending, sender: Sender): Promise<Schemas['SentReport']> {
    const { accountId } = sender;
    const known = await reportById(tx, sent.id);
    // Sent before under another key: it is here, once.
    if (known) return known.account_id === accountId ? receiptOf(known) : refuse('idempotency-conflict');
    const errors = faultsOf(sent);
    if (errors.length > 0) refuse('invalid', { errors });
    const row = await insert(tx, sent, sender);
    if (accountId === null) return receiptOf(row);
    const now = surroundings.now();
    const missing = await photos.claim(tx, { reportId: sent.id, accountId, ids: sent.files, now });
    if (missing.length > 0) {
      const message = 'Ảnh này chưa tới máy chủ. Phản ánh vẫn còn trên máy, ảnh sẽ được gửi lại.';
      refuse('invalid', { errors: missing.map((id) => ({ path: `files.${id}`, code: 'missing', message })) });
    }
    return receiptOf(row);
  }

  return {
    /** Keeps a report once; whatever is repeated gets the same answer. */
    async send(sent: Sending, sender: Sender): Promise<Schemas['SentReport']> {
      const { accountId, system, key } = sender;
      const tidy = { ...sent, id: sent.id.toLowerCase() };
      const owner = accountId ?? `system:${system}`;
      const keyed = { owner, key, operation: 'sendReport', body: canonicalJson(tidy) };
      const answer = await db.tx((tx) =>
        once(tx, keyed, surroundings.now(), async () => JSON.stringify(await keep(tx, tidy, sender))),
      );
      return JSON.parse(answer) as Schemas['SentReport'];
    },
  };
}

/** Whether a photo may be added, see OpenReport of files. */
export async function openReport(
  tx: Sql,
  {
    id,
    accountId,
    role,
    now,
  }: { id: string; accountId: string; role: 'before' | 'clarification' | 'reopening'; now: Date },
  mayReopen: (row: ReportRow, now: Date) => boolean,
): Promise<void> {
  const row = await reportById(tx, id);
  if (!row) {
    // Not sent yet: its first photos come before it.
    if (role !== 'before') refuse('not-found');
    return;
  }
  if (row.account_id !== accountId) refuse('not-found');
  const waits = { before: false, clarification: row.state === 'clarifying', reopening: mayReopen(row, now) };
  if (!waits[role]) refuse('transition-refused', { detail: 'Phản ánh này không chờ thêm ảnh.' });
}
