import { useEffect } from 'react';
import { defineTexts } from '#lib/texts';
import { Button } from './button';
import { Card } from './card';
import { KeyValues } from './key-values';
import { Screen } from './screen';
import { useTexts } from './texts';

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

/** One place of what is written, as each version has it; undefined: left empty there. */
export interface TwoSaid {
  path: string;
  label: string;
  mine: string | undefined;
  theirs: string | undefined;
}

interface TwoVersionsProps {
  said: readonly TwoSaid[];
  onSettle: (choice: 'mine' | 'theirs') => void;
}

/** Two versions of one thing, where they differ; nothing is overwritten before the person chooses. */
export function TwoVersions({ said, onSettle }: TwoVersionsProps) {
  const t = useTexts(texts);
  useEffect(() => {
    // It takes the place of a page that may have been scrolled.
    window.scrollTo(0, 0);
  }, []);
  const different = said.filter(({ mine, theirs }) => mine !== theirs);
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
      {different.map(({ path, label, mine, theirs }) => (
        <div className="mt-3" key={path}>
          <Card title={label}>
            <KeyValues
              items={[
                { label: t.mine, value: mine ?? t.nothing },
                { label: t.theirs, value: theirs ?? t.nothing },
              ]}
            />
          </Card>
        </div>
      ))}
    </Screen>
  );
}
