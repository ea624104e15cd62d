import { useEffect, useMemo, useState } from 'react';
import { formIn, type FormDefinition } from '@dvc/contract/forms';
import { problemOf, useOperation } from '#api';
import { useCommunes } from '#forms';
import { paths, useGo } from '#nav';
import { forgetPlace, openFormVersion, type Draft } from '#offline';
import { Coming } from '#ui/coming';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';
import { FillDossier } from './fill-dossier';

interface OpenDraftProps {
  procedureCode: string;
  draftId: string;
  stepId: string | undefined;
  /** The step was opened from the review. */
  isEdit: boolean;
}

/** Brings together draft, the form version it was begun with, and the communes; then the filling begins. */
export function OpenDraft({ procedureCode, draftId, stepId, isEdit }: OpenDraftProps) {
  const t = useTexts(submitTexts);
  const go = useGo();
  const reading = useOperation('readDraft', { params: { draftId } });
  // The first answer is what is filled on; later ones are only news of what was saved here.
  const [draft, setDraft] = useState<Draft>();
  if (draft === undefined && reading.data !== undefined) setDraft(asOpenHere(reading.data));
  const version = draft?.formVersion ?? '';
  const form = useOperation('readForm', { params: { procedureCode, version } }, { enabled: draft !== undefined });
  const communes = useCommunes();
  const language = useLanguage();
  // The contract leaves the definition's inside to contract/forms; the server reads it whole before publishing.
  const definition = useMemo(
    () => (form.data === undefined ? undefined : formIn(form.data as unknown as FormDefinition, language)),
    [form.data, language],
  );
  const sentAs = problemOf(reading.error)?.dossierId;

  useEffect(() => {
    // A draft that is a dossier already shows its receipt.
    if (sentAs !== undefined) go(paths.dossier({ id: sentAs, xem: 'phieu' }), { replace: true });
  }, [sentAs, go]);
  useEffect(() => {
    if (reading.error?.kind === 'missing') forgetPlace();
  }, [reading.error]);

  if (draft !== undefined && definition?.version === draft.formVersion && communes.index !== undefined) {
    // A newer form is another form: everything about it is begun anew, with the answers that were moved.
    return (
      <FillDossier
        key={draft.formVersion}
        draft={draft}
        form={definition}
        communes={communes.index}
        stepId={stepId}
        isEdit={isEdit}
        onMoved={setDraft}
      />
    );
  }
  if (draft === undefined && reading.error?.kind === 'missing') {
    return (
      <Screen title={t.draftGone} lead={t.draftGoneMore}>
        <div className="mt-4">
          <LinkButton to={paths.submitDossier({ procedureCode })}>{t.startAnew}</LinkButton>
        </div>
      </Screen>
    );
  }
  const error = (draft === undefined ? reading.error : undefined) ?? form.error ?? communes.error;
  const again = (): void => {
    reading.reload();
    if (draft !== undefined) form.reload();
    communes.reload();
  };
  return (
    <Screen title={t.opening} busy={error === undefined}>
      <Coming error={sentAs === undefined ? error : undefined} reload={again} label={t.opening} failed={t.openFailed} />
    </Screen>
  );
}

/** A draft left unsaved in an older version of its form is gone on with in that one, until its work is on the server. */
function asOpenHere(draft: Draft): Draft {
  const version = openFormVersion(draft.id) ?? draft.formVersion;
  return version === draft.formVersion ? draft : { ...draft, formVersion: version, movedFrom: null };
}
