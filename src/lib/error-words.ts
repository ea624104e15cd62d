import type { AppError, AppErrorKind, ErrorWords } from './app-error';
import type { Language } from './texts';

const vi: Record<AppErrorKind, ErrorWords> = {
  offline: {
    title: 'Chưa có mạng',
    body: 'Những gì bạn đã lưu vẫn còn. Khi có mạng, bấm Thử lại.',
  },
  timeout: {
    title: 'Hệ thống của tỉnh chưa trả lời',
    body: 'Mạng đang chậm. Những gì đã lưu vẫn còn. Thử lại sau ít phút.',
  },
  level: {
    title: 'Phần này cần tài khoản đã xác minh',
    body: 'Phần đang làm vẫn còn. Bấm Liên kết để làm tiếp.',
  },
  session: {
    title: 'Cần nhận ra bạn lại qua Zalo',
    body: 'Những gì đã lưu vẫn còn. Bấm Thử lại; nếu chưa được, mở lại ứng dụng.',
  },
  forbidden: {
    title: 'Phần này không mở được cho tài khoản của bạn',
    body: 'Mọi phần khác vẫn dùng được. Nếu thấy chưa đúng, gọi số hỗ trợ của tỉnh.',
  },
  missing: {
    title: 'Không tìm thấy nội dung này',
    body: 'Có thể đường dẫn đã cũ, hoặc nội dung không phải của bạn. Quay lại và tìm từ trang chủ.',
  },
  conflict: {
    title: 'Nội dung này vừa thay đổi ở nơi khác',
    body: 'Chưa có gì bị ghi đè. Tải lại để xem bản mới nhất.',
  },
  invalid: {
    title: 'Còn chỗ cần sửa',
    body: 'Những gì bạn ghi vẫn còn. Sửa các chỗ được nêu rồi gửi lại.',
  },
  busy: {
    title: 'Hệ thống của tỉnh đang bận',
    body: 'Những gì đã lưu vẫn còn. Thử lại sau ít phút.',
  },
  server: {
    title: 'Hệ thống của tỉnh đang bận',
    body: 'Những gì đã lưu vẫn còn. Thử lại sau ít phút.',
  },
  host: {
    title: 'Zalo chưa làm được việc này',
    body: 'Những gì đã lưu vẫn còn. Thử lại; nếu chưa được, mở lại ứng dụng.',
  },
  bug: {
    title: 'Màn hình này gặp trục trặc',
    body: 'Những gì đã lưu vẫn còn. Mở lại ứng dụng để làm tiếp.',
  },
};

const en: Record<AppErrorKind, ErrorWords> = {
  offline: { title: 'No network yet', body: 'What you saved is kept. When there is network, tap Try again.' },
  timeout: {
    title: 'The province’s system has not answered',
    body: 'The network is slow. What is saved is kept. Try again in a few minutes.',
  },
  level: { title: 'This part needs a verified account', body: 'Your work is kept. Tap Link to go on.' },
  session: {
    title: 'We need to recognise you through Zalo again',
    body: 'What is saved is kept. Tap Try again; if that fails, reopen the app.',
  },
  forbidden: {
    title: 'This part is not open to your account',
    body: 'Everything else works. If this looks wrong, call the province’s support number.',
  },
  missing: {
    title: 'This was not found',
    body: 'The link may be old, or this is not yours. Go back and look from the home screen.',
  },
  conflict: {
    title: 'This has just changed elsewhere',
    body: 'Nothing was overwritten. Reload to see the latest version.',
  },
  invalid: { title: 'Some places need correcting', body: 'What you wrote is kept. Correct them and send again.' },
  busy: { title: 'The province’s system is busy', body: 'What is saved is kept. Try again in a few minutes.' },
  server: { title: 'The province’s system is busy', body: 'What is saved is kept. Try again in a few minutes.' },
  host: {
    title: 'Zalo could not do this yet',
    body: 'What is saved is kept. Try again; if that fails, reopen the app.',
  },
  bug: { title: 'This screen has a problem', body: 'What is saved is kept. Reopen the app to go on.' },
};

const byLanguage: Record<Language, Record<AppErrorKind, ErrorWords>> = { vi, en };

/** What a citizen reads about an error: the error's own words, else those of its kind. */
export function errorWords(error: AppError, language: Language): ErrorWords {
  return error.words?.[language] ?? byLanguage[language][error.kind];
}
