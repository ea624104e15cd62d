import { fileFaultWords } from '@dvc/contract/forms';
import { defineTexts, type Language } from '#lib/texts';
import type { UploadItem } from './upload-item';

const texts = defineTexts({
  vi: {
    preparing: 'Đang chuẩn bị ảnh…',
    waiting: 'Chờ gửi, sau tệp ở trên',
    uploading: (percent: number) => `Đang gửi: ${String(percent)} %`,
    checking: 'Đang kiểm tra, thường dưới 1 phút',
    delayed: 'Chờ kiểm tra lâu hơn thường lệ',
    delayedMore: 'Tệp đã ở trên máy chủ. Nơi kiểm tra đang bận, chúng tôi tự thử lại. Bạn làm tiếp hoặc quay lại sau.',
    ready: 'Xong: đã có trên máy chủ',
    refused: 'Chưa dùng được',
    failed: 'Chưa gửi được. Ảnh vẫn còn ở đây, lát nữa tự gửi lại.',
    offline: 'Chưa có mạng nên chưa gửi. Có mạng thì tự gửi tiếp.',
    interrupted: (percent: number) => `Bị ngắt ở ${String(percent)} %. Chọn lại đúng ảnh này để gửi tiếp.`,
    blurred: 'Chưa gửi: ảnh mờ, có thể không đọc được chữ',
    blurredMore: 'Ảnh vẫn ở đây. Đặt giấy nơi đủ sáng, giữ máy thẳng, rồi chụp lại.',
    dark: 'Chưa gửi: ảnh tối, có thể không đọc được chữ',
    darkMore: 'Ảnh vẫn ở đây. Ra chỗ sáng hơn hoặc bật đèn, rồi chụp lại.',
    small: 'Chưa gửi: ảnh nhỏ, có thể không đọc được chữ',
    smallMore: 'Ảnh vẫn ở đây. Chụp gần hơn cho thấy đủ bốn góc giấy, hoặc chọn ảnh gốc.',
    meter: (percent: number) => `Đang gửi ${String(percent)} phần trăm`,
    sentOf: (sent: string, all: string) => `${sent} / ${all} MB`,
    megabytes: (size: string) => `${size} MB`,
  },
  en: {
    preparing: 'Preparing the photo…',
    waiting: 'Waiting for the file above',
    uploading: (percent: number) => `Sending: ${String(percent)} %`,
    checking: 'Being checked, usually under a minute',
    delayed: 'The check takes longer than usual',
    delayedMore:
      'The file is on the server. The checker is busy; we try again by ourselves. Go on, or come back later.',
    ready: 'Done: on the server',
    refused: 'Cannot be used yet',
    failed: 'Not sent. The photo is still here; it is tried again soon.',
    offline: 'No network, so not sent. It goes on by itself when there is.',
    interrupted: (percent: number) => `Cut off at ${String(percent)} %. Choose this very photo again to go on.`,
    blurred: 'Not sent: blurred, the print may not be readable',
    blurredMore: 'The photo is still here. Lay the paper in good light, hold the phone still and take it again.',
    dark: 'Not sent: dark, the print may not be readable',
    darkMore: 'The photo is still here. Find more light or use the lamp, and take it again.',
    small: 'Not sent: small, the print may not be readable',
    smallMore: 'The photo is still here. Go closer so that all four corners show, or choose the original photo.',
    meter: (percent: number) => `Sending, ${String(percent)} percent`,
    sentOf: (sent: string, all: string) => `${sent} / ${all} MB`,
    megabytes: (size: string) => `${size} MB`,
  },
});

/** How a file is doing, as a person is told. */
export interface UploadTold {
  tone: '' | 'ok' | 'bad' | 'go';
  face: 'busy' | 'wait' | 'send' | 'done' | 'alert' | 'offline';
  words: string;
  /** What happened and what to do, where one line is not enough. */
  more?: string | undefined;
  /** How large it is, and how much of that is there while it is sent. */
  size: string;
  /** While it is sent: so much of a hundred, and the same in words. */
  sent?: { percent: number; words: string };
}

/** `1153434` → "1,1"; never "0,0". */
function megabytes(bytes: number): string {
  return Math.max(0.1, bytes / 1024 / 1024)
    .toFixed(1)
    .replace('.', ',');
}

const percentOf = (sent: number, size: number): number =>
  size === 0 ? 0 : Math.min(100, Math.floor((sent / size) * 100));

type Said = Omit<UploadTold, 'size' | 'sent'>;

function said({ upload, size }: UploadItem, language: Language): Said {
  const t = texts[language];
  switch (upload.state) {
    case 'preparing':
      return { tone: 'go', face: 'busy', words: t.preparing };
    case 'doubtful':
      return { tone: 'bad', face: 'alert', words: t[upload.doubt], more: t[`${upload.doubt}More`] };
    case 'waiting':
      return { tone: '', face: 'wait', words: t.waiting };
    case 'uploading':
      return { tone: 'go', face: 'send', words: t.uploading(percentOf(upload.sent, size)) };
    case 'checking':
      return upload.delayed
        ? { tone: '', face: 'busy', words: t.delayed, more: t.delayedMore }
        : { tone: 'go', face: 'busy', words: t.checking };
    case 'ready':
      return { tone: 'ok', face: 'done', words: t.ready };
    case 'refused': {
      const more = upload.code === undefined ? upload.message : fileFaultWords(upload.code, undefined, language);
      return { tone: 'bad', face: 'alert', words: t.refused, more: more ?? '' };
    }
    case 'failed':
      return upload.error.kind === 'offline'
        ? { tone: '', face: 'offline', words: t.offline }
        : { tone: 'bad', face: 'alert', words: t.failed };
    case 'interrupted':
      return { tone: 'bad', face: 'alert', words: t.interrupted(percentOf(upload.sent, size)) };
  }
}

/** What is said of one file, wherever it belongs. */
export function tellUpload(item: UploadItem, language: Language): UploadTold {
  const t = texts[language];
  const { upload, size } = item;
  const whole = megabytes(size);
  if (upload.state !== 'uploading') return { ...said(item, language), size: t.megabytes(whole) };
  const percent = percentOf(upload.sent, size);
  return {
    ...said(item, language),
    size: t.sentOf(megabytes(upload.sent), whole),
    sent: { percent, words: t.meter(percent) },
  };
}
