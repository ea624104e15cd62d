import type { Notify } from '#core/deps';
import type { Sql } from '#db';
import type { AppointmentRow } from './appointment-rows.ts';

type Happened = 'booked' | 'moved' | 'reminder' | 'closed' | 'called';

interface About {
  row: AppointmentRow;
  office: { name: string; address: string };
}

const dayIn = (day: string): string => day.split('-').reverse().join('/');
const when = ({ row: { slot, day } }: About): string => `${slot} ngày ${dayIn(day)}`;

const words: Record<Happened, (about: About, reason: string) => { title: string; body: string }> = {
  booked: (about) => ({
    title: `Đã đặt lịch: ${when(about)}`,
    body: `${about.office.name}. Số của bạn là ${String(about.row.number)}. Không tới được thì đổi hoặc bỏ lịch để nhường người khác.`,
  }),
  moved: (about) => ({
    title: `Đã đổi lịch: ${when(about)}`,
    body: `${about.office.name}. Số mới của bạn là ${String(about.row.number)}.`,
  }),
  reminder: (about) => ({
    title: `Nhắc lịch hẹn: ${when(about)}`,
    body: `${about.office.name}, ${about.office.address}. Số của bạn là ${String(about.row.number)}. Bấm để xem cần mang gì.`,
  }),
  closed: (about, reason) => ({
    title: `Cơ quan không nhận lịch ngày ${dayIn(about.row.day)}`,
    body: `${about.office.name}: ${reason}. Lịch của bạn đã bỏ. Bấm để đặt ngày khác.`,
  }),
  called: (about) => ({
    title: `Đến lượt bạn: số ${String(about.row.number)}`,
    body: `${about.office.name} đang gọi số của bạn. Mời bạn vào quầy.`,
  }),
};

/** Tells somebody about their appointment, once a happening and time. */
export async function tellBooking(
  tx: Sql,
  notify: Notify,
  about: About,
  happened: Happened,
  reason = '',
): Promise<void> {
  const { id, account_id, day, slot } = about.row;
  await notify.tell(tx, {
    accountId: account_id,
    topic: 'appointment',
    ...words[happened](about, reason),
    path: `/dat-lich/${id}`,
    key: `appointment:${id}:${happened}:${day}:${slot}`,
  });
}
