import type { AppError } from '#lib/app-error';
import { timeOf } from '#lib/dates';
import { defineTexts, type Language } from '#lib/texts';
import { alertIcon, offlineIcon, okCircleIcon } from './icons';
import { FootNote } from './screen';
import { useLanguage, useTexts } from './texts';

const texts = defineTexts({
  vi: {
    saved: (time: string) => `Đã lưu trên máy chủ lúc ${time}`,
    waiting: 'Sắp lưu, trong vài giây',
    saving: 'Đang lưu…',
    offline: 'Chưa lưu, chỉ ở máy này; có mạng thì tự lưu',
    failed: 'Chưa lưu, chỉ ở máy này; hệ thống bận, sẽ tự thử lại',
    gone: 'Chưa lưu: bản nháp này đã bị xóa ở máy khác. Phần vừa ghi chỉ còn trên màn hình này.',
    stranger: 'Chưa lưu, chỉ ở máy này: cần nhận ra bạn lại. Đóng rồi mở lại ứng dụng khi có thể.',
    tooMuch: 'Chưa lưu, chỉ ở máy này: phần ghi dài quá. Bớt chữ ở ô dài nhất rồi chúng tôi tự lưu.',
  },
  en: {
    saved: (time: string) => `Saved on the server at ${time}`,
    waiting: 'Will be saved in a few seconds',
    saving: 'Saving…',
    offline: 'Not saved, on this phone only; saved when there is network',
    failed: 'Not saved, on this phone only; the system is busy, we keep trying',
    gone: 'Not saved: this draft was deleted on another phone. What you just wrote is only on this screen.',
    stranger: 'Not saved, on this phone only: we must recognise you again. Reopen the app when you can.',
    tooMuch: 'Not saved, on this phone only: it is too long. Shorten the longest box; we then save by ourselves.',
  },
});

/** Why nothing could be saved: what helps differs. */
function failedWords({ kind }: AppError, language: Language): string {
  const t = texts[language];
  switch (kind) {
    case 'offline':
      return t.offline;
    case 'missing':
      return t.gone;
    case 'session':
    case 'level':
    case 'forbidden':
      return t.stranger;
    case 'invalid':
      return t.tooMuch;
    default:
      return t.failed;
  }
}

/** Where something being written is; what else may be said of it is said elsewhere. */
type Saving =
  | { state: 'saved'; at: string }
  | { state: 'failed'; error: AppError }
  | { state: 'waiting' | 'saving' | 'moved' | 'offline' | 'conflict' | 'behind' | 'sent' };

/** Where what was written is, honestly; spoken aloud only when it is not safe. */
export function SaveLine({ save }: { save: Saving }) {
  const t = useTexts(texts);
  const language = useLanguage();
  switch (save.state) {
    case 'saved':
      return <FootNote icon={okCircleIcon}>{t.saved(timeOf(save.at))}</FootNote>;
    case 'waiting':
      return <FootNote>{t.waiting}</FootNote>;
    case 'saving':
    case 'moved':
      return <FootNote>{t.saving}</FootNote>;
    case 'offline':
      return <Unsafe icon={offlineIcon}>{t.offline}</Unsafe>;
    case 'failed':
      return (
        <Unsafe icon={save.error.kind === 'offline' ? offlineIcon : alertIcon}>
          {failedWords(save.error, language)}
        </Unsafe>
      );
    default:
      return null;
  }
}

function Unsafe({ icon, children }: { icon: string; children: string }) {
  return (
    <div role="status">
      <FootNote icon={icon}>{children}</FootNote>
    </div>
  );
}
