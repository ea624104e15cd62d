import type { SaveState } from '#offline';
import { timeOf } from '#lib/dates';
import { alertIcon, offlineIcon, okCircleIcon } from '#ui/icons';
import { FootNote } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';

/** Where the draft is, honestly; spoken aloud only when it is not safe. */
export function SaveLine({ save }: { save: SaveState }) {
  const t = useTexts(submitTexts);
  switch (save.state) {
    case 'saved':
      return <FootNote icon={okCircleIcon}>{t.saved(timeOf(save.at))}</FootNote>;
    case 'waiting':
    case 'saving':
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
          <FootNote icon={alertIcon}>{t.unsavedFailed}</FootNote>
        </div>
      );
    default:
      return null;
  }
}
