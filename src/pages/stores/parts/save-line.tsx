import { timeOf } from '#lib/dates';
import type { SaveState } from '#offline';
import { alertIcon, offlineIcon, okCircleIcon } from '#ui/icons';
import { FootNote } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { registerTexts } from '../register-texts';

/** Where what was written is, honestly; spoken aloud only when it is not safe. */
export function SaveLine({ save }: { save: SaveState }) {
  const t = useTexts(registerTexts);
  switch (save.state) {
    case 'saved':
      return <FootNote icon={okCircleIcon}>{t.saved(timeOf(save.at))}</FootNote>;
    case 'waiting':
      return <FootNote>{t.waitingToSave}</FootNote>;
    case 'saving':
      return <FootNote>{t.saving}</FootNote>;
    case 'offline':
    case 'failed':
      return (
        <div role="status">
          <FootNote icon={save.state === 'offline' ? offlineIcon : alertIcon}>
            {save.state === 'offline'
              ? t.unsavedOffline
              : save.error.kind === 'missing'
                ? t.unsavedGone
                : t.unsavedFailed}
          </FootNote>
        </div>
      );
    default:
      return null;
  }
}
