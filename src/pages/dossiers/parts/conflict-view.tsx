import { useMemo } from 'react';
import { formIn, type Answers, type FormDefinition } from '@dvc/contract/forms';
import { useOperation } from '#api';
import { TwoFillings, type Filling } from '#forms';
import type { Draft, Work } from '#offline';
import { Coming } from '#ui/coming';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';

interface ConflictViewProps {
  filling: Filling;
  mine: Work;
  theirs: Draft;
  onSettle: (choice: 'mine' | 'theirs') => void;
}

/** Two versions of one draft, once the form of the other is here too. */
export function ConflictView({ filling, mine, theirs, onSettle }: ConflictViewProps) {
  const t = useTexts(submitTexts);
  const their = useForm(theirs, filling.form);
  if (their.form === undefined) {
    return (
      <Screen title={t.opening} busy={their.error === undefined}>
        <Coming error={their.error} reload={their.reload} label={t.opening} failed={t.openFailed} />
      </Screen>
    );
  }
  return (
    <TwoFillings
      mine={{ form: filling.form, answers: mine.answers }}
      theirs={{ form: their.form, answers: theirs.answers as Answers }}
      communes={filling.communes}
      onSettle={onSettle}
    />
  );
}

/** The form the other version was written in: usually the one that is open, or a newer one. */
function useForm({ procedureCode, formVersion }: Draft, open: FormDefinition) {
  const language = useLanguage();
  const isOpen = formVersion === open.version;
  const { data, error, reload } = useOperation(
    'readForm',
    { params: { procedureCode, version: formVersion } },
    { enabled: !isOpen },
  );
  const form = useMemo(
    () => (data === undefined ? undefined : formIn(data as unknown as FormDefinition, language)),
    [data, language],
  );
  return { form: isOpen ? open : form, error, reload };
}
