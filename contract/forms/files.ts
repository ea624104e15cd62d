import type { Language } from './fault-words.ts';

/** What the server takes, and in which pieces. HEIC is not among the types: only the phone may be able to decode it. */
export const fileLimits = {
  maxBytes: 10 * 1024 * 1024,
  chunkBytes: 256 * 1024,
  maxFilesPerDraft: 30,
  types: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
} as const;

export type FileFaultCode =
  | 'type'
  | 'heic'
  | 'archive'
  | 'size'
  | 'empty'
  | 'malformed'
  | 'encrypted'
  | 'active'
  | 'bomb'
  | 'checksum'
  | 'too-many';

const megabytes = (limit: number | undefined) => Math.round((limit ?? fileLimits.maxBytes) / 1024 / 1024);

const words: Record<Language, Record<FileFaultCode, (limit?: number) => string>> = {
  vi: {
    type: () => 'Máy chưa đọc được loại tệp này. Các tệp khác vẫn còn. Hãy chụp ảnh hoặc gửi PDF.',
    heic: () =>
      'Đây là ảnh HEIC, máy này chưa đổi được. Các tệp khác vẫn còn. Hãy bấm Chụp ảnh, hoặc đặt máy ảnh lưu kiểu JPEG.',
    archive: () =>
      'Đây là tệp nén nên chúng tôi không mở. Các tệp khác vẫn còn. Hãy giải nén rồi gửi từng ảnh hoặc PDF.',
    size: (limit) =>
      `Tệp này hơn ${megabytes(limit)} MB nên chưa gửi được. Các tệp khác vẫn còn. Hãy chụp lại hoặc chọn tệp nhỏ hơn.`,
    empty: () => 'Tệp này không có gì bên trong. Các tệp khác vẫn còn. Hãy chụp lại hoặc chọn tệp khác.',
    malformed: () => 'Tệp này bị hỏng, không mở được. Các tệp khác vẫn còn. Hãy chụp lại hoặc chọn tệp khác.',
    encrypted: () =>
      'PDF này có mật khẩu nên cán bộ không mở được. Các tệp khác vẫn còn. Hãy gửi bản không có mật khẩu.',
    active: () =>
      'PDF này có mã lệnh hoặc tệp khác giấu bên trong nên không nhận được. Các tệp khác vẫn còn. Hãy chụp ảnh giấy, hoặc in ra PDF mới.',
    bomb: () =>
      'Tệp này nhỏ nhưng bung ra quá lớn nên không mở được. Các tệp khác vẫn còn. Hãy chụp lại bằng máy ảnh của điện thoại.',
    checksum: () => 'Tệp tới nơi không còn nguyên vẹn. Các tệp khác vẫn còn. Hãy gửi lại tệp này.',
    'too-many': (limit) =>
      `Đã đủ ${limit ?? fileLimits.maxFilesPerDraft} tệp. Các tệp đã gửi vẫn còn. Muốn thêm thì xóa bớt một tệp.`,
  },
  en: {
    type: () => 'We cannot read this kind of file. Your other files are kept. Please take a photo or send a PDF.',
    heic: () =>
      'This is a HEIC photo, which this phone cannot convert. Your other files are kept. Tap Take a photo, or set the camera to JPEG.',
    archive: () =>
      'This is a compressed archive; we do not open those. Your other files are kept. Unpack it and send each photo or PDF.',
    size: (limit) =>
      `This file is over ${megabytes(limit)} MB, so it was not sent. Your other files are kept. Please take it again or choose a smaller one.`,
    empty: () => 'This file is empty. Your other files are kept. Please take it again or choose another.',
    malformed: () =>
      'This file is damaged and cannot be opened. Your other files are kept. Please take it again or choose another.',
    encrypted: () =>
      'This PDF has a password, so officers cannot open it. Your other files are kept. Please send one without.',
    active: () =>
      'This PDF carries code or other files inside, so it is not taken. Your other files are kept. Photograph the paper, or print it to a new PDF.',
    bomb: () =>
      'This file is small but unpacks to far too much, so it is not opened. Your other files are kept. Please take it with the phone’s camera.',
    checksum: () => 'The file did not arrive whole. Your other files are kept. Please send this one again.',
    'too-many': (limit) =>
      `You have all ${limit ?? fileLimits.maxFilesPerDraft} files there may be. They are kept. Delete one to add another.`,
  },
};

/** What happened to a file, what is kept, what to do; `limit` in bytes, or a count for `too-many`. */
export function fileFaultWords(code: FileFaultCode, limit: number | undefined, language: Language): string {
  return words[language][code](limit);
}
