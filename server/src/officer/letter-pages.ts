import type { Schemas } from '@dvc/contract';
import { stateTitle } from '@dvc/contract';
import { at } from './pages.ts';

type Step = Schemas['DeliveryStep'];

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

const states: Record<Step['state'], string> = {
  queued: 'đang chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  refused: 'bị từ chối',
  blocked: 'không gửi được cho người này',
  'no-recipient': 'không có người nhận trên Zalo',
  unclear: 'chưa rõ đã tới chưa, không gửi lại',
  'given-up': 'đã thôi gửi',
  skipped: 'bỏ qua',
};

const reasons: Record<Schemas['DeliveryReason'], string> = {
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
  'not-chosen': 'công dân đã tắt',
  'quiet-hours': 'đang giờ yên lặng',
  'no-phone': 'chưa có số điện thoại',
  'not-on-zalo': 'số này không dùng Zalo',
  'no-quota': 'hết hạn mức hoặc hết tiền gửi',
  'not-connected': 'máy chủ chưa nối kênh này',
  'no-template': 'chưa có mẫu tin được duyệt',
};

const channels: Record<Step['channel'], string> = { oa: 'Zalo OA', zns: 'ZNS', sms: 'Tin nhắn SMS' };

function stepLine({ channel, state, reason, zaloCode, attempts, messageId, changedAt }: Step): string {
  const why = [reason && reasons[reason], zaloCode && `mã lỗi ${zaloCode}`].filter(Boolean).join(', ');
  const tries = attempts === 0 ? '' : `, ${attempts} lần`;
  const proof = messageId === null ? '' : `, mã tin ${messageId}`;
  return `    ${channels[channel]}: ${states[state]} lúc ${at(changedAt)}${tries}${why ? ` (${why})` : ''}${proof}`;
}

const stepLines = (steps: readonly Step[]): string[] =>
  steps.length === 0 ? ['    hộp thư trong ứng dụng'] : steps.map(stepLine);

/** What the citizen was told, and what became of it on each channel. */
export function deliveriesPage(items: readonly Schemas['DossierMessage'][]): string {
  if (items.length === 0) return 'Chưa báo gì cho công dân, hoặc công dân đã gỡ liên kết.';
  return items
    .map(({ title, toldAt, steps }) => [`${at(toldAt)}  ${title}`, ...stepLines(steps)].join('\n'))
    .join('\n');
}

const topics: Record<Schemas['NoticeTopic'], string> = {
  dossier: 'hồ sơ',
  report: 'phản ánh',
  question: 'hỏi đáp',
  appointment: 'lịch hẹn',
  payment: 'tiền',
  store: 'cửa hàng',
  security: 'an toàn tài khoản',
  service: 'dịch vụ khác',
  news: 'tin tức',
};

/** What became of the newest notices, whoever they were for. */
export function allDeliveriesPage(items: readonly Schemas['Delivery'][]): string {
  if (items.length === 0) return 'Chưa báo gì cho ai.';
  return items
    .map(({ notificationId, topic, toldAt, readAt, steps }) => {
      const read = readAt === null ? 'chưa đọc' : `đọc lúc ${at(readAt)}`;
      return [`${at(toldAt)}  ${topics[topic]}  ${notificationId}  (${read})`, ...stepLines(steps)].join('\n');
    })
    .join('\n');
}
