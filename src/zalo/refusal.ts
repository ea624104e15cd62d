import { AppError, type ErrorWords } from '#lib/app-error';
import type { Language } from '#lib/texts';

/** The person said no, or closed what was asked. Not an error: there is always another way. */
export type Refusal = 'denied' | 'cancelled';

type Words = Readonly<Record<Language, ErrorWords>>;

interface Rejection {
  code: number;
  api: string | undefined;
}

/** The SDK rejects with plain objects `{code, message, api}`. */
function readRejection(reason: unknown): Rejection | undefined {
  const { code, api } = (reason ?? {}) as { code?: unknown; api?: unknown };
  return typeof code === 'number' ? { code, api: typeof api === 'string' ? api : undefined } : undefined;
}

const denials = [-201, -2002];
const cancellations = [-2003];
const loginNeeded = -1401;

/** A person's no, as a value. -1401 means it only where the person was asked something. */
export function asRefusal(reason: unknown, { asked }: { asked: boolean }): Refusal | undefined {
  const code = readRejection(reason)?.code;
  if (code === undefined) return undefined;
  if (denials.includes(code) || (asked && code === loginNeeded)) return 'denied';
  return cancellations.includes(code) ? 'cancelled' : undefined;
}

const silent: Words = {
  vi: {
    title: 'Zalo chưa trả lời',
    body: 'Bạn vẫn đọc được mọi thông tin. Bấm Thử lại; nếu chưa được, mở lại ứng dụng.',
  },
  en: {
    title: 'Zalo has not answered',
    body: 'You can still read everything. Tap Try again; if that fails, reopen the app.',
  },
};
const notAllowedYet: Words = {
  vi: {
    title: 'Zalo chưa cho ứng dụng làm việc này',
    body: 'Không phải lỗi của bạn. Các phần khác vẫn dùng được. Bạn có thể gọi số hỗ trợ của tỉnh.',
  },
  en: {
    title: 'Zalo does not let the app do this yet',
    body: 'This is no fault of yours. Everything else works. You can call the province’s support number.',
  },
};
const oldZalo: Words = {
  vi: {
    title: 'Zalo trên máy này chưa làm được việc này',
    body: 'Các phần khác vẫn dùng được. Cập nhật Zalo rồi thử lại.',
  },
  en: {
    title: 'Zalo on this phone cannot do this',
    body: 'Everything else works. Update Zalo and try again.',
  },
};
const tooFast: Words = {
  vi: { title: 'Zalo đang bận', body: 'Không mất gì của bạn. Chờ vài giây rồi thử lại.' },
  en: { title: 'Zalo is busy', body: 'Nothing of yours is lost. Wait a few seconds and try again.' },
};
const known: Readonly<Record<number, { code: string; retry: boolean; words?: Words }>> = {
  [-1400]: { code: 'zalo-bad-request', retry: false },
  [loginNeeded]: { code: 'zalo-login', retry: true, words: silent },
  [-1403]: { code: 'zalo-not-allowed', retry: false, words: notAllowedYet },
  [-1404]: { code: 'zalo-unsupported', retry: false, words: oldZalo },
  [-1408]: { code: 'zalo-silent', retry: true, words: silent },
  [-1409]: { code: 'zalo-too-fast', retry: true, words: tooFast },
  [-1410]: { code: 'zalo-too-fast', retry: true, words: tooFast },
};

/** A rejection of the SDK, in our vocabulary. */
export function fromRejection(reason: unknown): AppError {
  if (reason instanceof AppError) return reason;
  const code = readRejection(reason)?.code;
  const found = code === undefined ? undefined : known[code];
  if (found !== undefined) return new AppError('host', { ...found, cause: reason });
  // Native's own word for a dead network is only a number; what the person can mend is the network.
  if (!navigator.onLine) return new AppError('offline', { retry: false, cause: reason });
  return new AppError('host', {
    code: code === undefined ? 'zalo-broken' : `zalo${String(code)}`,
    retry: true,
    cause: reason,
  });
}

/** Our own time limit ran out: most of the SDK's promises would never settle. */
export function zaloSilent(): AppError {
  return new AppError('host', { code: 'zalo-silent', retry: true, words: silent });
}
