import { useEffect } from 'react';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { defineTexts } from '#lib/texts';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { KeyValues } from '#ui/key-values';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { answersInWords } from './answers-in-words';
import type { CommuneIndex } from './communes';

const texts = defineTexts({
  vi: {
    title: 'Bản nháp vừa được sửa ở máy khác',
    lead: 'Chưa có gì bị ghi đè. Xem những chỗ khác nhau rồi chọn bản muốn giữ; bản kia sẽ không còn.',
    count: (count: number) => `Có ${String(count)} chỗ khác nhau.`,
    same: 'Hai bản ghi giống nhau, chỉ khác trang đang mở.',
    mine: 'Ở máy này',
    theirs: 'Ở máy kia',
    nothing: 'để trống',
    keepMine: 'Giữ bản ở máy này',
    keepTheirs: 'Dùng bản ở máy kia',
  },
  en: {
    title: 'This draft was just changed on another phone',
    lead: 'Nothing was overwritten. See where they differ and choose the one to keep; the other will be gone.',
    count: (count: number) => (count === 1 ? 'They differ in 1 place.' : `They differ in ${String(count)} places.`),
    same: 'Both say the same; only the open page differs.',
    mine: 'On this phone',
    theirs: 'On the other phone',
    nothing: 'left empty',
    keepMine: 'Keep this phone’s',
    keepTheirs: 'Use the other phone’s',
  },
});

/** What somebody wrote, and the form they wrote it in. */
interface Version {
  form: FormDefinition;
  answers: Answers;
}

interface Line {
  label: string;
  value: string;
}

interface TwoVersionsProps {
  mine: Version;
  theirs: Version;
  communes: CommuneIndex;
  onSettle: (choice: 'mine' | 'theirs') => void;
}

/** Two versions of one thing, where they differ; nothing is overwritten before the person chooses. */
export function TwoVersions({ mine, theirs, communes, onSettle }: TwoVersionsProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  useEffect(() => {
    // It takes the place of a page that may have been scrolled.
    window.scrollTo(0, 0);
  }, []);
  const read = ({ form, answers }: Version): Map<string, Line> =>
    new Map(
      answersInWords(answers, { form, communes, language }).flatMap(({ title, lines }) =>
        lines.map(({ path, label, value }) => [path, { label: `${title}: ${label}`, value }]),
      ),
    );
  const here = read(mine);
  const there = read(theirs);
  const different = [...new Set([...here.keys(), ...there.keys()])].filter(
    (path) => here.get(path)?.value !== there.get(path)?.value,
  );
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      foot={
        <div className="grid gap-2">
          <Button onClick={() => onSettle('mine')}>{t.keepMine}</Button>
          <Button look="second" onClick={() => onSettle('theirs')}>
            {t.keepTheirs}
          </Button>
        </div>
      }
    >
      <p className="mt-4">{different.length === 0 ? t.same : t.count(different.length)}</p>
      {different.map((path) => (
        <div className="mt-3" key={path}>
          <Card title={here.get(path)?.label ?? there.get(path)?.label}>
            <KeyValues
              items={[
                { label: t.mine, value: here.get(path)?.value ?? t.nothing },
                { label: t.theirs, value: there.get(path)?.value ?? t.nothing },
              ]}
            />
          </Card>
        </div>
      ))}
    </Screen>
  );
}
