import type { ProblemCode } from '@dvc/contract';
import type { ErrorWords } from '#lib/app-error';
import type { Language } from '#lib/texts';

type Words = Readonly<Record<Language, ErrorWords>>;

const words = (viTitle: string, viBody: string, enTitle: string, enBody: string): Words => ({
  vi: { title: viTitle, body: viBody },
  en: { title: enTitle, body: enBody },
});

/**
 * Sentences for the contract's codes; `null` where those of the error's kind say it all.
 * A new code in the contract does not compile until it is answered for here.
 */
export const problemWords: Record<ProblemCode, Words | null> = {
  'session-missing': null,
  'session-expired': null,
  'level-too-low': null,
  'login-too-old': words(
    'Cần đăng nhập lại',
    'Mọi thứ của bạn vẫn còn. Bấm Đăng nhập lại; việc này giữ cho người khác cầm máy không làm thay bạn.',
    'Log in again first',
    'Everything of yours is kept. Tap Log in again; this keeps others who hold the phone from acting in your place.',
  ),
  forbidden: null,
  'zalo-refused': words(
    'Zalo chưa xác nhận được bạn',
    'Không mất gì của bạn. Mở lại ứng dụng rồi thử lại.',
    'Zalo could not confirm you yet',
    'Nothing of yours is lost. Reopen the app and try again.',
  ),
  'zalo-unavailable': words(
    'Zalo đang bận nên chưa nhận ra bạn',
    'Những gì đã lưu vẫn còn. Bạn vẫn đọc được mọi thông tin. Thử lại sau ít phút.',
    'Zalo is busy, so you are not recognised yet',
    'What is saved is kept and you can still read everything. Try again in a few minutes.',
  ),
  'identity-unavailable': words(
    'Dịch vụ định danh đang bận',
    'Phần đang làm vẫn còn. Thử lại sau, thường khoảng 30 phút.',
    'The identity service is busy',
    'Your work is kept. Try again later, usually in about 30 minutes.',
  ),
  'step-up-expired': words(
    'Lần liên kết này đã hết hạn',
    'Phần đang làm vẫn còn. Bấm Liên kết lại; mỗi lần liên kết dùng được trong 5 phút.',
    'This linking has expired',
    'Your work is kept. Tap Link again; each linking works for 5 minutes.',
  ),
  'step-up-foreign': words(
    'Lần liên kết này không phải do bạn bắt đầu',
    'Tài khoản của bạn không đổi gì. Ai gửi bạn đường dẫn này có thể đang lừa đảo. Đừng đăng nhập giúp người khác.',
    'You did not start this linking',
    'Nothing changed in your account. Whoever sent you this link may be a fraud. Do not log in for other people.',
  ),
  'not-found': null,
  invalid: null,
  'draft-conflict': words(
    'Bản nháp này vừa được sửa ở máy khác',
    'Chưa có gì bị ghi đè. Xem hai bản rồi chọn bản muốn giữ.',
    'This draft was just changed on another phone',
    'Nothing was overwritten. Look at both versions and choose the one to keep.',
  ),
  'draft-sent': words(
    'Hồ sơ này đã được gửi trước đó',
    'Mở hồ sơ để xem mã và ngày hẹn. Không cần gửi lại.',
    'This dossier was sent before',
    'Open it to see its code and date. There is no need to send it again.',
  ),
  'idempotency-conflict': words(
    'Nội dung đã đổi sau lần gửi trước',
    'Hồ sơ chưa gửi lần nữa. Tải lại bản nháp, xem lại rồi gửi.',
    'The content changed after the last attempt',
    'Nothing was sent twice. Reload the draft, review it and send.',
  ),
  'file-refused': words(
    'Tệp này chưa nhận được',
    'Các tệp khác vẫn còn. Chụp lại hoặc chọn tệp khác.',
    'This file was not accepted',
    'Your other files are kept. Take the photo again or choose another file.',
  ),
  'file-offset': words(
    'Việc gửi tệp bị ngắt giữa chừng',
    'Phần đã gửi vẫn còn. Bấm Gửi tiếp.',
    'Sending this file was interrupted',
    'What was sent is kept. Tap Continue.',
  ),
  'transition-refused': words(
    'Việc này vừa chuyển sang bước khác',
    'Những gì bạn đã viết vẫn còn. Tải lại để xem việc đang ở bước nào.',
    'This has just moved to another step',
    'What you wrote is kept. Reload to see which step it is at.',
  ),
  'payment-open': words(
    'Khoản này đang được đóng',
    'Đừng đóng lần nữa. Chúng tôi đang hỏi ngân hàng và sẽ báo kết quả.',
    'This is being paid already',
    'Do not pay again. We are asking the bank and will tell you the result.',
  ),
  'already-paid': words(
    'Khoản này không còn gì phải đóng',
    'Chưa trừ thêm tiền của bạn. Tải lại để xem biên lai.',
    'Nothing is left to pay here',
    'No more of your money was taken. Reload to see the receipt.',
  ),
  'payment-unavailable': words(
    'Chưa mở được cổng thanh toán',
    'Chưa trừ tiền của bạn. Khoản phải đóng vẫn ở đây. Thử lại sau ít phút.',
    'The payment service cannot be opened now',
    'None of your money was taken. The bill stays here. Try again in a few minutes.',
  ),
  'question-moved': words(
    'Câu hỏi này vừa sang bước khác',
    'Những gì bạn ghi vẫn còn ở đây. Tải lại để xem câu hỏi đang ở đâu.',
    'The question has just moved to another step',
    'What you wrote is still here. Reload to see where the question is.',
  ),
  'slot-taken': words(
    'Giờ này vừa hết chỗ',
    'Chưa đặt gì cho bạn. Lịch cũ, nếu có, vẫn giữ. Chọn giờ khác trong danh sách.',
    'This time has just been taken',
    'Nothing was booked. An earlier appointment, if any, is kept. Choose another time.',
  ),
  'already-booked': words(
    'Bạn đang có lịch hẹn cho việc này',
    'Lịch đó vẫn giữ. Mở lịch hẹn để đổi giờ, hoặc bỏ lịch đó rồi đặt lại.',
    'You already have an appointment for this',
    'It is kept. Open it to change the time, or cancel it and book again.',
  ),
  'booking-fixed': words(
    'Lịch hẹn này không đổi được nữa',
    'Giờ hẹn đã qua, đã gọi số, hoặc lịch đã bỏ. Bạn có thể đặt lịch mới.',
    'This appointment can no longer be changed',
    'Its time has passed, it was called, or it was cancelled. You can book a new one.',
  ),
  'too-large': words(
    'Nội dung gửi đi quá lớn',
    'Những gì bạn ghi vẫn còn. Rút ngắn hoặc bớt tệp rồi gửi lại.',
    'What you are sending is too large',
    'What you wrote is kept. Shorten it or remove files, then send again.',
  ),
  'unsupported-media-type': null,
  'bad-request': words(
    'Ứng dụng và hệ thống của tỉnh chưa hiểu nhau',
    'Những gì đã lưu vẫn còn. Mở lại ứng dụng để lấy bản mới rồi thử lại.',
    'The app and the province’s system disagree',
    'What is saved is kept. Reopen the app to get its latest version and try again.',
  ),
  'too-many-requests': words(
    'Bạn đã thử nhiều lần',
    'Vì an toàn, chờ ít phút rồi thử lại; hoặc gọi số hỗ trợ của tỉnh.',
    'You have tried many times',
    'For safety, wait a few minutes and try again, or call the province’s support number.',
  ),
  'storage-full': words(
    'Hệ thống của tỉnh tạm hết chỗ',
    'Những gì đã lưu vẫn còn. Thử lại sau ít phút.',
    'The province’s system is out of space just now',
    'What is saved is kept. Try again in a few minutes.',
  ),
  'server-busy': null,
  'server-error': null,
};
