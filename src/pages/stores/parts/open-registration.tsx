import { useEffect, useMemo } from 'react';
import { formIn, type FormDefinition } from '@dvc/contract/forms';
import { useOperation } from '#api';
import { useCommunes } from '#forms';
import { paths } from '#nav';
import { forgetPlace } from '#offline';
import { Coming } from '#ui/coming';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { registerTexts } from '../register-texts';
import { FillStore } from './fill-store';
import { WhereItStands } from './where-it-stands';

interface OpenRegistrationProps {
  id: string;
  stepId: string | undefined;
  /** The step was opened from the review. */
  isEdit: boolean;
}

/** A draft goes on being written; what was sent shows where it stands, and may be opened for mending. */
export function OpenRegistration({ id, stepId, isEdit }: OpenRegistrationProps) {
  const t = useTexts(registerTexts);
  const language = useLanguage();
  const { data, error, reload } = useOperation('readStoreRegistration', { params: { storeId: id } });
  const communes = useCommunes();
  const definition = data?.form;
  const form = useMemo(
    () => (definition === undefined ? undefined : formIn(definition as unknown as FormDefinition, language)),
    [definition, language],
  );
  const isGone = data === undefined && (error?.kind === 'missing' || error?.code === 'bad-request');
  useEffect(() => {
    if (isGone) forgetPlace();
  }, [isGone]);

  if (isGone) {
    return (
      <Screen title={t.gone} lead={t.goneMore}>
        <div className="mt-4">
          <LinkButton to={paths.registerStore()}>{t.toMine}</LinkButton>
        </div>
      </Screen>
    );
  }
  const state = data?.registration.state;
  const isWritten =
    state === 'draft' || (stepId !== undefined && (state === 'supplementRequired' || state === 'refused'));
  if (data !== undefined && form !== undefined && !isWritten) return <WhereItStands known={data} />;
  if (data !== undefined && form !== undefined && communes.index !== undefined) {
    return (
      <FillStore
        // A newer form is another form: everything about it is begun anew, with the answers that were moved.
        key={data.draft.formVersion}
        known={data}
        form={form}
        communes={communes.index}
        stepId={stepId}
        isEdit={isEdit}
        onMoved={reload}
      />
    );
  }
  const trouble = (data === undefined ? error : undefined) ?? communes.error;
  const again = (): void => {
    reload();
    communes.reload();
  };
  return (
    <Screen title={t.title} busy={trouble === undefined}>
      <Coming error={trouble} reload={again} label={t.opening} failed={t.openFailed} />
    </Screen>
  );
}
