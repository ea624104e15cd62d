import { useOperation } from '#api';
import { levelOf, useIdentity } from '#auth';
import { province } from '#config';
import { paths, usePlace } from '#nav';
import { lockIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { FootNote, Screen } from '#ui/screen';
import { Failure, Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { InVietnamese, Quoting } from '#ui/in-vietnamese';
import { GuideView } from './parts/guide-view';
import { texts } from './texts';

/** What a procedure asks for and gives, before anybody is asked for anything. */
export default function ProcedureGuideScreen() {
  const t = useTexts(texts);
  const { code } = usePlace(paths.procedure).params;
  const { data: guide, error, reload } = useOperation('readProcedure', { params: { procedureCode: code } });
  const verified = levelOf(useIdentity()) === 2;

  if (guide === undefined) {
    return (
      <Screen title={error?.kind === 'missing' ? t.guideMissing : t.guideLooking} busy={error === undefined}>
        {error === undefined ? (
          <Loading label={t.guideLooking} onRetry={reload} />
        ) : error.kind === 'missing' ? (
          <>
            <p className="lead">{t.guideMissingMore}</p>
            <div className="mt-4">
              <LinkButton to={paths.procedures()}>{t.search}</LinkButton>
            </div>
          </>
        ) : (
          <Failure error={error} onRetry={reload} title={t.guideFailed} />
        )}
      </Screen>
    );
  }
  const deadline = guide.citizenDeadline?.text ?? undefined;
  return (
    <Screen
      title={guide.shortName}
      lang="vi"
      eyebrow={<Quoting text={t.eyebrow(guide.field, guide.code)} words={guide.field} />}
      lead={deadline === undefined ? undefined : <InVietnamese>{deadline}</InVietnamese>}
      foot={
        guide.formVersion === null ? undefined : (
          <>
            {verified ? null : <FootNote icon={lockIcon}>{t.needsIdentity(province.identity.name)}</FootNote>}
            <LinkButton to={paths.submitDossier({ procedureCode: guide.code })}>{t.submit}</LinkButton>
          </>
        )
      }
    >
      <p className="sub mt-2">
        <Quoting text={t.official(guide.name)} words={guide.name} />
      </p>
      <GuideView guide={guide} />
      {guide.formVersion === null ? <p className="mt-6">{t.notHere}</p> : null}
    </Screen>
  );
}
