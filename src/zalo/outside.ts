import { AppError, type AppErrorParts } from '#lib/app-error';

const words: NonNullable<AppErrorParts['words']> = {
  vi: {
    title: 'Ứng dụng này chạy trong Zalo',
    body: 'Ở đây bạn đọc thông tin và tra cứu hồ sơ được. Muốn làm hồ sơ, mở ứng dụng trong Zalo.',
  },
  en: {
    title: 'This app runs inside Zalo',
    body: 'Here you can read and track a dossier. To file one, open the app in Zalo.',
  },
};

/** In an ordinary browser the SDK never answers, or answers with empty strings as if all were well. */
export function outsideZalo(): AppError {
  return new AppError('host', { code: 'outside-zalo', retry: false, words });
}
