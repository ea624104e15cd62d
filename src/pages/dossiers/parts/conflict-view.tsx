import { useEffect, useMemo } from 'react';
import { formIn, type Answers, type FormDefinition } from '@dvc/contract/forms';
import { useOperation } from '#api';
import { answersInWords, type Filling } from '#forms';
import type { Draft, Work } from '#offline';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { KeyValues } from '#ui/key-values';
import { Screen } from '#ui/screen';
import { Failure, Loading } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';

interface ConflictViewProps {
  filling: Filling;
  mine: Work;
  theirs: Draft;
  onSettle: (choice: 'mine' | 'theirs') => void;
}

interface Line {
  label: string;
  value: string;
}

/** Two versions of one draft, where they differ; nothing is overwritten before the person chooses. */
export function ConflictView({ filling, mine, theirs, onSettle }: ConflictViewProps) {
  const t = useTexts(submitTexts);
  const language = useLanguage();
  const their = useForm(theirs, filling.form);
  useEffect(() => {
    // It takes the place of a page that may have been scrolled.
    window.scrollTo(0, 0);
  }, []);
  if (their.form === undefined) {
    return (
      <Screen title={t.conflictTitle} lead={t.conflictLead} busy={their.error === undefined}>
        {their.error === undefined ? (
          <Loading label={t.opening} onRetry={their.reload} />
        ) : (
          <Failure error={their.error} onRetry={their.reload} title={t.openFailed} />
        )}
      </Screen>
    );
  }
  const read = (form: FormDefinition, answers: Answers): Map<string, Line> =>
    new Map(
      answersInWords(answers, { form, communes: filling.communes, language }).flatMap(({ title, lines }) =>
        lines.map(({ path, label, value }) => [path, { label: `${title}: ${label}`, value }]),
      ),
    );
  const here = read(filling.form, mine.answers);
  const there = read(their.form, theirs.answers as Answers);
  const different = [...new Set([...here.keys(), ...there.keys()])].filter(
    (path) => here.get(path)?.value !== there.get(path)?.value,
  );
  return (
    <Screen
      title={t.conflictTitle}
      lead={t.conflictLead}
      foot={
        <div className="grid gap-2">
          <Button
            onClick={() => {
              onSettle('mine');
            }}
          >
            {t.keepMine}
          </Button>
          <Button
            look="second"
            onClick={() => {
              onSettle('theirs');
            }}
          >
            {t.keepTheirs}
          </Button>
        </div>
      }
    >
      <p className="mt-4">{different.length === 0 ? t.conflictSame : t.conflictCount(different.length)}</p>
      {different.map((path) => (
        <div className="mt-3" key={path}>
          <Card title={here.get(path)?.label ?? there.get(path)?.label}>
            <KeyValues
              items={[
                { label: t.conflictMine, value: here.get(path)?.value ?? t.nothingThere },
                { label: t.conflictTheirs, value: there.get(path)?.value ?? t.nothingThere },
              ]}
            />
          </Card>
        </div>
      ))}
    </Screen>
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
