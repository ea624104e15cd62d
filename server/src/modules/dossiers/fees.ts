import { dateInVietnam, inThousands, type Calendar, type Schemas } from '@dvc/contract';
import { feeFor, type Answers } from '@dvc/contract/forms';
import type { Deps } from '#core/deps';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import { ownDossier, lockedDossier, type DossierRow } from './dossier-rows.ts';
import { queueForwarding } from './forwarding.ts';
import { moveLocked } from './move-dossier.ts';
import type { Procedures } from './ports.ts';

type Fee = Schemas['DossierFee'];

/** What a dossier waits for, in the words of an order. */
export interface DossierFeeDue {
  /** One demand, one subject: a second fee of the same dossier is another. */
  subject: string;
  title: string;
  path: string;
  amountVnd: number;
  office: string;
}

/**
 * What an office's demand comes to: as the form's own rule has it for these answers, or as the officer says. Refuses `invalid`
 * where these answers are exempt, where nobody has said an amount, and where another amount than the form's comes without why.
 */
export async function feeDemanded(
  sql: Sql,
  row: DossierRow,
  procedures: Procedures,
  { said, note }: { said: Fee | undefined; note: string | null },
): Promise<Fee> {
  const form = await procedures.form(sql, row.procedure_code, row.form_version);
  const fee = form && feeFor(form, JSON.parse(row.answers) as Answers);
  // Nothing in the form to pay, with these answers, is nothing; an amount nobody confirmed is none to compare with.
  const byForm = form?.fee === undefined ? null : fee === undefined ? 0 : fee.amountVnd;
  if (said) {
    const isOther = byForm !== null && said.amountVnd !== byForm;
    if (!isOther || said.basis !== undefined || note !== null) return said;
    const message = `Theo tờ khai là ${inDong(byForm)}. Thu số tiền khác thì ghi lý do bằng một câu để công dân hiểu.`;
    refuse('invalid', { errors: [{ path: 'note', code: 'required', message }] });
  }
  if (!fee || fee.amountVnd === null) {
    const message = 'Thủ tục này chưa có mức phí đã xác nhận. Ghi số tiền công dân phải đóng.';
    refuse('invalid', { errors: [{ path: 'fee', code: 'required', message }] });
  }
  if (fee.amountVnd === 0) {
    const message = `Theo tờ khai, hồ sơ này không phải đóng tiền: ${fee.text}`;
    refuse('invalid', { errors: [{ path: 'fee', code: 'nothing-due', message }] });
  }
  return { amountVnd: fee.amountVnd };
}

const inDong = (amount: number): string => `${inThousands(amount)} đồng`;

/** Which demand for money it is: the number of its line in the timeline. */
async function demandOf(sql: Sql, dossierId: string): Promise<number> {
  const { rows } = await sql.query<{ position: number | null }>(
    `select max(position) as position from dossier_events where dossier_id = $1 and state = 'paymentRequired'`,
    [dossierId],
  );
  return rows[0]?.position ?? 0;
}

/** The fee somebody's own dossier waits for now, locked. Refuses `not-found`, `transition-refused`. */
export async function feeDue(tx: Transaction, dossierId: string, citizenId: string): Promise<DossierFeeDue> {
  const row = await ownDossier(tx, dossierId, citizenId, { lock: true });
  if (row.state !== 'paymentRequired' || row.fee === null)
    refuse('transition-refused', { detail: 'Hồ sơ này hiện không chờ bạn đóng tiền.' });
  return {
    subject: `fee:${row.id}:${String(await demandOf(tx, row.id))}`,
    title: `Phí hồ sơ ${row.code}: ${row.procedure_name}`,
    path: `/ho-so/${row.id}`,
    amountVnd: (JSON.parse(row.fee) as Fee).amountVnd,
    office: row.office,
  };
}

/** The money has come: the dossier goes on, and so does its clock. False: it no longer waits for it, and stays where it is. */
export async function feePaid(
  tx: Transaction,
  deps: Deps,
  { subject, receiptNumber, calendar }: { subject: string; receiptNumber: string; calendar: Calendar },
  now: Date,
): Promise<boolean> {
  const [, dossierId = '', demand] = subject.split(':');
  const row = await lockedDossier(tx, dossierId);
  if (row.state !== 'paymentRequired' || String(await demandOf(tx, row.id)) !== demand) {
    deps.log.warn({ dossierId, day: dateInVietnam(now) }, 'a fee was paid that the dossier no longer waits for');
    return false;
  }
  // As after a supplement: before acceptance it waits for that again.
  const to = row.accepted_on === null ? 'submitted' : 'processing';
  const note = `Đã nhận đủ tiền, biên lai số ${receiptNumber}.`;
  const move = { to, note, by: null, system: null, at: now, now, registers: false, quiet: true } as const;
  await moveLocked(tx, row, move, { notify: deps.notify, calendar });
  await queueForwarding(tx, deps, { dossierId, about: 'paid' });
  return true;
}

/** The codes of dossiers, by id. */
export async function dossierCodes(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql.query<{ id: string; code: string }>(
    'select id, code from dossiers where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}
