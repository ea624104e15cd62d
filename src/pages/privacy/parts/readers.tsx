import type { Schemas } from '@dvc/contract';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { List, Row } from '#ui/list';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

/** Which systems of the province opened what is mine, what for, and when. */
export function Readers({ readings }: { readings: readonly Schemas['PersonalReading'][] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const current = now();
  return (
    <section className="sec">
      <h2>{t.readers}</h2>
      {readings.length === 0 ? (
        <p>{t.noReaders}</p>
      ) : (
        <List label={t.readers}>
          {readings.map(({ at, system, purpose, about, path }, index) => (
            <Row
              key={`${at}${String(index)}`}
              title={<span lang="vi">{about}</span>}
              meta={
                <>
                  <span className="block">{momentInWords(at, current, language)}</span>
                  <span className="block">{t.reader(system, purpose)}</span>
                </>
              }
              to={path}
            />
          ))}
        </List>
      )}
    </section>
  );
}
