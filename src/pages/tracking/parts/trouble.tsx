import { problemOf, type AppError } from '#api';
import { province } from '#config';
import { readablePhone } from '#lib/phone-number';
import { phoneIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** Why nothing is shown: not found and stopped in tracking's own words, everything else in the usual ones. */
export function Trouble({ error, sealed }: { error: AppError; sealed: boolean }) {
  const t = useTexts(texts);
  const problem = problemOf(error);
  if (problem?.code === 'not-found') {
    return (
      <Notice tone="bad" role="alert" title={sealed ? t.sealNotFound : t.notFound}>
        {sealed ? t.sealNotFoundMore : t.notFoundMore}
      </Notice>
    );
  }
  if (problem?.code === 'too-many-requests') {
    const { hotline } = province.contact;
    const minutes = Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60));
    return (
      <Notice tone="bad" role="alert" title={t.tooMany}>
        <p>{t.tooManyMore(minutes, hotline === undefined ? undefined : readablePhone(hotline))}</p>
        {hotline === undefined ? null : (
          <div className="mt-2">
            <LinkButton look="second" size="small" icon={phoneIcon} to={`tel:${hotline}`}>
              {t.call(readablePhone(hotline))}
            </LinkButton>
          </div>
        )}
      </Notice>
    );
  }
  return <FailedAct error={error} />;
}
