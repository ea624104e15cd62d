import { stateTitle, stateWords, type DossierState, type Schemas, type StateParams } from '@dvc/contract';
import type { Notify } from '#core/deps';
import { readableDay } from '#core/readable-day';
import type { Sql } from '#db';
import { clockOf, type DossierRow } from './dossier-rows.ts';
import { shownDueDate } from './dossier-clock.ts';

/** Who acts for several people reads at once whom a notice is about. */
const forWhom = ({ subject_name }: DossierRow): string => (subject_name === null ? '' : ` (làm giúp ${subject_name})`);

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** The account a citizen is linked to now; whoever has none at the moment finds it all in the dossier. */
export async function accountOf(sql: Sql, citizenId: string): Promise<string | undefined> {
  const { rows } = await sql.query<{ account_id: string }>(
    'select account_id from identity_links where citizen_id = $1',
    [citizenId],
  );
  return rows[0]?.account_id;
}

/** The dossier stands still until the citizen does something, and not for ever. */
const WAITS_FOR_CITIZEN: readonly DossierState[] = ['supplementRequired', 'paymentRequired', 'completed'];

const SUPPLEMENT_KEPT = 'Chúng tôi đã nhận đủ những gì bạn gửi thêm.';

interface StateNotice {
  /** The number of the event in the timeline: one event, one notice. */
  position: number;
  note: string | null;
  today: string;
  /** The citizen has just sent what was asked for. */
  supplemented?: boolean;
}

/** Tells the citizen in which state the dossier is now, in the words the screens use. */
export async function tellState(
  tx: Sql,
  notify: Notify,
  row: DossierRow,
  { position, note, today, supplemented = false }: StateNotice,
): Promise<void> {
  const accountId = await accountOf(tx, row.citizen_id);
  if (accountId === undefined) return;
  const dueDate = shownDueDate(clockOf(row));
  const params: StateParams = {
    office: row.office,
    day: readableDay(today),
    place: `tại ${row.office}`,
    ...(note === null ? {} : { reason: note }),
    ...(row.state === 'paymentRequired' && row.fee !== null
      ? { amountVnd: (JSON.parse(row.fee) as Schemas['DossierFee']).amountVnd }
      : {}),
    ...(dueDate === null ? {} : { dueDate: readableDay(dueDate) }),
  };
  await notify.tell(tx, {
    accountId,
    topic: 'dossier',
    title: `${row.procedure_name}${forWhom(row)}: ${supplemented ? 'đã nhận phần bổ sung' : lowered(stateTitle(row.state, 'vi'))}`,
    body: `${supplemented ? `${SUPPLEMENT_KEPT} ` : ''}${stateWords(row.state, params, 'vi')} Mã hồ sơ: ${row.code}.`,
    // One tap opens just what is asked for.
    path: row.state === 'supplementRequired' ? `/ho-so/${row.id}/bo-sung` : `/ho-so/${row.id}`,
    key: `dossier:${row.id}:${position}`,
    ...(WAITS_FOR_CITIZEN.includes(row.state) ? { deadline: true as const } : {}),
  });
}

const forwardingWords = {
  late: (code: string) => ({
    title: 'chuyển tới một cửa chậm hơn thường lệ',
    body: `Chúng tôi đã giữ hồ sơ ${code} của bạn và đang chuyển tới hệ thống một cửa. Bạn không phải gửi lại.`,
  }),
  stuck: (code: string) => ({
    title: 'hệ thống một cửa chưa nhận được hồ sơ',
    body: `Máy chủ của tỉnh vẫn giữ đủ hồ sơ ${code} và giấy tờ của bạn, ngày nộp không đổi. Cán bộ đã được báo để chuyển. Bạn không phải gửi lại; cần gấp thì gọi tổng đài.`,
  }),
  arrived: (code: string) => ({
    title: 'đã tới hệ thống một cửa',
    body: `Hồ sơ ${code} của bạn đã tới nơi, ngày nộp không đổi. Có việc cần bạn làm, chúng tôi sẽ báo.`,
  }),
} as const;

/** Tells the citizen how their dossier fares on its way to the one-stop system, once for each number. */
export async function tellForwarding(
  tx: Sql,
  notify: Notify,
  row: DossierRow,
  { what, sequence }: { what: keyof typeof forwardingWords; sequence: number },
): Promise<void> {
  const accountId = await accountOf(tx, row.citizen_id);
  if (accountId === undefined) return;
  const { title, body } = forwardingWords[what](row.code);
  await notify.tell(tx, {
    accountId,
    topic: 'dossier',
    title: `${row.procedure_name}: ${title}`,
    body,
    path: `/ho-so/${row.id}`,
    key: `dossier:${row.id}:forwarding:${sequence}:${what}`,
  });
}

/** Says before being asked that a promise was broken, and where the letter lies. */
export async function tellApology(
  tx: Sql,
  notify: Notify,
  row: DossierRow,
  { promisedDate, documentId }: { promisedDate: string; documentId: string },
): Promise<void> {
  const accountId = await accountOf(tx, row.citizen_id);
  if (accountId === undefined) return;
  await notify.tell(tx, {
    accountId,
    topic: 'dossier',
    title: `${row.procedure_name}${forWhom(row)}: chúng tôi trễ hẹn với bạn`,
    body: `Đã hẹn ${readableDay(promisedDate)} mà chưa có kết quả. Xin lỗi bạn. Hồ sơ ${row.code} vẫn được giữ đủ, bạn không phải nộp lại. Mở để xem thư xin lỗi.`,
    path: `/giay-to/${documentId}`,
    button: 'Xem thư xin lỗi',
    key: `apology:${documentId}`,
  });
}

/** A day could not be promised before the days off of its year were decided; now it is. */
export async function tellPromise(tx: Sql, notify: Notify, row: DossierRow, dueDate: string): Promise<void> {
  const accountId = await accountOf(tx, row.citizen_id);
  if (accountId === undefined) return;
  await notify.tell(tx, {
    accountId,
    topic: 'dossier',
    title: `${row.procedure_name}${forWhom(row)}: đã có ngày hẹn`,
    body: `Hẹn trả kết quả ngày ${readableDay(dueDate)}. Mã hồ sơ: ${row.code}.`,
    path: `/ho-so/${row.id}`,
    key: `dossier:${row.id}:promise:${dueDate}`,
  });
}
