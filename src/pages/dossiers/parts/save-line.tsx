import type { SaveState } from '#offline';
import type { AppError } from '#api';
import { timeOf } from '#lib/dates';
import type { SameWords, Texts } from '#lib/texts';
import { alertIcon, offlineIcon, okCircleIcon } from '#ui/icons';
import { FootNote } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';

type Words = typeof submitTexts extends Texts<infer Shape> ? SameWords<Shape> : never;

/** Why nothing could be saved: what helps differs. */
function failedWords({ kind }: AppError, t: Words): string {
  switch (kind) {
    case 'missing':
      return t.unsavedGone;
    case 'session':
    case 'level':
    case 'forbidden':
      return t.unsavedStranger;
    case 'invalid':
      return t.unsavedTooMuch;
    default:
      return t.unsavedFailed;
  }
}

/** Where the draft is, honestly; spoken aloud only when it is not safe. */
export function SaveLine({ save }: { save: SaveState }) {
  const t = useTexts(submitTexts);
  switch (save.state) {
    case 'saved':
      return <FootNote icon={okCircleIcon}>{t.saved(timeOf(save.at))}</FootNote>;
    case 'waiting':
      return <FootNote>{t.waitingToSave}</FootNote>;
    case 'saving':
    case 'moved':
      return <FootNote>{t.saving}</FootNote>;
    case 'offline':
      return (
        <div role="status">
          <FootNote icon={offlineIcon}>{t.unsavedOffline}</FootNote>
        </div>
      );
    case 'failed':
      return (
        <div role="status">
          <FootNote icon={alertIcon}>{failedWords(save.error, t)}</FootNote>
        </div>
      );
    default:
      return null;
  }
}
