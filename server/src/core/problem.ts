/**
 * Refusals. `refuse('not-found')` leaves a handler; one error handler (error-handler.ts) writes it as a problem document
 * (RFC 9457). The phone chooses its words by `code`; `title` is for people who read raw answers.
 */
import type { Problem, ProblemCode } from '@dvc/contract';

interface ProblemKind {
  status: number;
  title: string;
}

/** Every code of the contract, its status and a plain sentence. A code without a line does not compile. */
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = {
  'session-missing': { status: 401, title: 'Cần mở phiên trước khi làm việc này.' },
  'session-expired': { status: 401, title: 'Phiên đã hết. Hãy mở phiên mới rồi làm lại.' },
  'level-too-low': { status: 403, title: 'Phần này cần tài khoản ở mức cao hơn.' },
  'login-too-old': { status: 403, title: 'Cần đăng nhập lại vì lần đăng nhập trước đã lâu.' },
  forbidden: { status: 403, title: 'Khóa kết nối này không được phép làm việc đó.' },
  'zalo-refused': { status: 401, title: 'Zalo chưa xác nhận được yêu cầu này. Hãy mở lại ứng dụng rồi thử lại.' },
  'zalo-unavailable': { status: 503, title: 'Zalo đang không trả lời. Hãy thử lại sau ít phút.' },
  'identity-unavailable': { status: 503, title: 'Dịch vụ định danh đang bận. Hãy thử lại sau ít phút.' },
  'step-up-expired': { status: 410, title: 'Lần liên kết này đã quá hạn hoặc đã dùng. Hãy bắt đầu lại.' },
  'step-up-foreign': { status: 403, title: 'Lần liên kết này không bắt đầu từ tài khoản và điện thoại này.' },
  'not-found': { status: 404, title: 'Không tìm thấy.' },
  invalid: { status: 422, title: 'Có chỗ cần sửa.' },
  'draft-conflict': { status: 409, title: 'Bản nháp đã được lưu từ nơi khác.' },
  'draft-sent': { status: 409, title: 'Bản nháp này đã được gửi thành hồ sơ.' },
  'idempotency-conflict': { status: 409, title: 'Mã lần gửi này đã dùng cho nội dung khác.' },
  'file-refused': { status: 422, title: 'Tệp này chưa nhận được.' },
  'file-offset': { status: 409, title: 'Phần gửi không nối tiếp phần máy chủ đang giữ.' },
  'transition-refused': { status: 409, title: 'Hồ sơ không thể chuyển sang bước đó.' },
  'payment-open': { status: 409, title: 'Khoản này đang được đóng. Đừng đóng lần nữa.' },
  'already-paid': { status: 409, title: 'Khoản này không còn gì phải đóng.' },
  'payment-unavailable': { status: 503, title: 'Cổng thanh toán đang không trả lời. Chưa trừ tiền của bạn.' },
  'question-moved': { status: 409, title: 'Câu hỏi này vừa sang bước khác.' },
  'slot-taken': { status: 409, title: 'Giờ này vừa hết chỗ. Hãy chọn giờ khác.' },
  'already-booked': { status: 409, title: 'Bạn đang có một lịch hẹn cho việc này.' },
  'booking-fixed': { status: 409, title: 'Lịch hẹn này không đổi được nữa.' },
  'too-large': { status: 413, title: 'Nội dung gửi quá lớn.' },
  'unsupported-media-type': { status: 415, title: 'Máy chủ không đọc loại nội dung này.' },
  'bad-request': { status: 400, title: 'Máy chủ không đọc được yêu cầu này.' },
  'too-many-requests': { status: 429, title: 'Bạn đã thử nhiều lần. Hãy chờ một lát rồi thử lại.' },
  'storage-full': { status: 507, title: 'Máy chủ đang hết chỗ lưu. Phần đã lưu vẫn còn. Hãy thử lại sau.' },
  'server-busy': { status: 503, title: 'Hệ thống của tỉnh đang bận. Hãy thử lại sau ít phút.' },
  'server-error': { status: 500, title: 'Hệ thống của tỉnh chưa làm được việc này. Chúng tôi đã ghi lại để sửa.' },
};

/** What a refusal may carry besides its code; never a token, a phone or an ID number. */
export type ProblemDetails = Pick<
  Problem,
  'detail' | 'retryAfter' | 'level' | 'errors' | 'draft' | 'dossierId' | 'orderId'
>;

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.status = problemKinds[code].status;
  }
}

/** Ends a request with a problem document. Inside a transaction it also rolls back. */
export function refuse(code: ProblemCode, details: ProblemDetails = {}, cause?: unknown): never {
  throw new Refusal(code, details, cause === undefined ? undefined : { cause });
}

/** The document itself. */
export function problemDocument(refusal: Refusal, requestId: string): Problem {
  const { status, title } = problemKinds[refusal.code];
  return { type: `urn:problem:${refusal.code}`, title, status, code: refusal.code, requestId, ...refusal.details };
}
