import { useEffect } from 'react';
import type { Answers } from '@dvc/contract/forms';
import { answersInWords, type Filling } from '#forms';
import type { Draft, Work } from '#offline';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { KeyValues } from '#ui/key-values';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';

interface ConflictViewProps {
  filling: Filling;
  mine: Work;
  theirs: Draft;
  onSettle: (choice: 'mine' | 'theirs') => void;
}

/** Two versions of one draft, where they differ; nothing is overwritten before the person chooses. */
export function ConflictView({ filling, mine, theirs, onSettle }: ConflictViewProps) {
  const t = useTexts(submitTexts);
  const language = useLanguage();
  useEffect(() => {
    // It takes the place of a page that may have been scrolled.
    window.scrollTo(0, 0);
  }, []);
  const read = (answers: Answers): Map<string, string> => {
    const blocks = answersInWords(answers, { form: filling.form, communes: filling.communes, language });
    return new Map(
      blocks.flatMap(({ title, lines }) => lines.map(({ label, value }) => [`${title}: ${label}`, value])),
    );
  };
  const [here, there] = [read(mine.answers), read(theirs.answers as Answers)];
  const different = [...new Set([...here.keys(), ...there.keys()])].filter(
    (label) => here.get(label) !== there.get(label),
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
      {different.length === 0 ? <p className="mt-4">{t.conflictSame}</p> : null}
      {different.map((label) => (
        <div className="mt-3" key={label}>
          <Card title={label}>
            <KeyValues
              items={[
                { label: t.conflictMine, value: here.get(label) ?? t.nothingThere },
                { label: t.conflictTheirs, value: there.get(label) ?? t.nothingThere },
              ]}
            />
          </Card>
        </div>
      ))}
    </Screen>
  );
}
