import { paths } from '#nav';
import { searchIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** Words that find something. */
export function Suggestions({ words }: { words: readonly string[] }) {
  const t = useTexts(texts);
  if (words.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t.suggestions}</h2>
      <List>
        {words.map((one) => (
          <Row key={one} icon={searchIcon} title={one} to={paths.search({ q: one })} />
        ))}
      </List>
    </section>
  );
}
