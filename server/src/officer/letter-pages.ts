import type { Schemas } from '@dvc/contract';
import { stateTitle } from '@dvc/contract';
import { at } from './pages.ts';

type Message = NonNullable<Schemas['DossierMessage']['message']>;

const forwardingWords: Record<Schemas['Forwarding']['state'], string> = {
  byHand: 'chưa nối hệ thống một cửa: cán bộ tiếp nhận bằng lệnh accept',
  onItsWay: 'đang chuyển',
  late: 'đang chuyển, chậm hơn thường lệ',
  stuck: 'đã thôi tự chuyển, chờ cán bộ',
  arrived: 'đã tới hệ thống một cửa',
};

/** What did not get through, one line each. */
export function deadLettersPage({ items, total }: { items: readonly Schemas['DeadLetter'][]; total: number }): string {
  if (total === 0) return 'Không có hồ sơ nào bị kẹt.';
  const lines = items.map(({ kind, code, procedureName, state, since, attempts, reason }) =>
    kind === 'forwarding'
      ? `${code}  CHƯA TỚI một cửa, từ ${at(since)}, đã thử ${attempts} lần: ${reason}  (${procedureName})`
      : `${code}  tin số ${attempts} của một cửa lúc ${at(since)} chưa làm được: ${reason}; hồ sơ đang ở “${stateTitle(state, 'vi')}”`,
  );
  return [...lines, '', `${total} việc. Chuyển lại: npm run officer -- retry <mã hồ sơ>`].join('\n');
}

/** What a retry came to. */
export function retryPage(code: string, told: { forwarding: Schemas['Forwarding']; openEvents: number }): string {
  const events = told.openEvents === 0 ? '' : `\nCòn ${told.openEvents} tin của một cửa chưa làm được.`;
  return `${code}: ${forwardingWords[told.forwarding.state]}.${events}`;
}

const states: Record<Message['state'], string> = {
  queued: 'đang chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  refused: 'Zalo không nhận',
  blocked: 'không gửi được cho người này',
  'no-recipient': 'không có người nhận trên Zalo',
  unclear: 'chưa rõ đã tới chưa, không gửi lại',
  'given-up': 'đã thôi gửi',
};

const reasons: Record<NonNullable<Message['reason']>, string> = {
  'not-following': 'chưa quan tâm trang Zalo của tỉnh',
  'silent-too-long': 'hơn 7 ngày chưa mở trang Zalo của tỉnh',
  blocked: 'đã chặn trang Zalo của tỉnh',
  'rate-limited': 'Zalo bảo gửi chậm lại',
  'token-expired': 'khóa gửi vừa hết hạn, đang đổi khóa',
  'consent-used-up': 'trang Zalo của tỉnh cần được cấp quyền lại',
  'not-reached': 'Zalo không trả lời',
  refused: 'nội dung không được chấp nhận',
  'answer-lost': 'Zalo không trả lời sau khi nhận',
  'too-old': 'tin đã cũ',
  'no-recipient': 'tài khoản chưa nối với trang Zalo của tỉnh',
};

/** What the citizen was told, and what became of each Zalo message. */
export function deliveriesPage(items: readonly Schemas['DossierMessage'][]): string {
  if (items.length === 0) return 'Chưa báo gì cho công dân, hoặc công dân đã gỡ liên kết.';
  return items
    .map(({ title, toldAt, message }) => {
      if (message === null) return `${at(toldAt)}  ${title}\n    hộp thư trong ứng dụng`;
      const { state, reason, zaloCode, attempts, changedAt } = message;
      const why = [reason && reasons[reason], zaloCode && `Zalo ${zaloCode}`].filter(Boolean).join(', ');
      return `${at(toldAt)}  ${title}\n    Zalo: ${states[state]} lúc ${at(changedAt)}, ${attempts} lần${why ? ` (${why})` : ''}`;
    })
    .join('\n');
}
