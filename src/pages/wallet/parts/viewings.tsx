import type { Schemas } from '@dvc/contract';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { List, Row } from '#ui/list';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

/** Who looked, when, and what for, as far as anybody knows. */
export function Viewings({ viewings }: { viewings: readonly Schemas['DocumentViewing'][] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  return (
    <section className="sec">
      <h2>{t.log}</h2>
      {viewings.length === 0 ? (
        <p className="sub">{t.logEmpty}</p>
      ) : (
        <List>
          {viewings.map(({ at, what, viewer }, index) => (
            <Row
              key={`${at} ${what} ${String(viewings.length - index)}`}
              title={t.viewed[what](viewer ?? '')}
              meta={momentInWords(at, now(), language)}
            />
          ))}
        </List>
      )}
    </section>
  );
}
