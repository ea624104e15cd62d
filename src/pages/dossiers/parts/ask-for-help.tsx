import { helpNumber } from '@dvc/contract';
import { province } from '#config';
import { readablePhone } from '#lib/phone-number';
import { phoneIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';

/** Whoever does not get further calls, and reads a number aloud by which the other end sees where they stand. */
export function AskForHelp({ draftId }: { draftId: string }) {
  const t = useTexts(submitTexts);
  const { hotline } = province.contact;
  if (hotline === undefined) return null;
  return (
    <section className="sec">
      <h2>{t.help}</h2>
      <p>{t.helpMore(readablePhone(hotline))}</p>
      <p className="mt-2">
        <b>{helpNumber(draftId)}</b>
      </p>
      <p className="sub">{t.helpSees}</p>
      <LinkButton look="text" icon={phoneIcon} to={`tel:${hotline}`}>
        {t.callHotline(readablePhone(hotline))}
      </LinkButton>
    </section>
  );
}
