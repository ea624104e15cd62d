import { useEffect } from 'react';
import type { Answers } from '@dvc/contract/forms';
import { answersInWords, type Filling } from '#forms';
import type { Draft, Work } from '#offline';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { KeyValues } from '#ui/key-values';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { registerTexts } from '../register-texts';

interface StoreConflictProps {
  filling: Filling;
  mine: Work;
  theirs: Draft;
  onSettle: (choice: 'mine' | 'theirs') => void;
}

/** Two versions of one registration, where they differ; nothing is overwritten before the person chooses. */
export function StoreConflict({ filling, mine, theirs, onSettle }: StoreConflictProps) {
  const t = useTexts(registerTexts);
  const language = useLanguage();
  useEffect(() => {
    // It takes the place of a page that may have been scrolled.
    window.scrollTo(0, 0);
  }, []);
  const { form, communes } = filling;
  const read = (answers: Answers) =>
    new Map(
      answersInWords(answers, { form, communes, language }).flatMap(({ lines }) =>
        lines.map(({ path, label, value }) => [path, { label, value }] as const),
      ),
    );
  const here = read(mine.answers);
  const there = read(theirs.answers as Answers);
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
      {different.map((path) => (
        <div className="mt-3" key={path}>
          <Card title={here.get(path)?.label ?? there.get(path)?.label}>
            <KeyValues
              items={[
                { label: t.here, value: here.get(path)?.value ?? t.nothingThere },
                { label: t.there, value: there.get(path)?.value ?? t.nothingThere },
              ]}
            />
          </Card>
        </div>
      ))}
    </Screen>
  );
}
