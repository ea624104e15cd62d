import { useEffect, useState } from 'react';
import { useOperation } from '#api';
import { List } from '#ui/list';
import { useTexts } from '#ui/texts';
import { askTexts } from '../ask-texts';
import { AnswerRow } from './answers';

const quietMs = 500;
const shortest = 5;

/** Answers that may be there already, while somebody types; none, or no network, and nothing is shown. */
export function Matches({ words }: { words: string }) {
  const t = useTexts(askTexts);
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(words.trim());
    }, quietMs);
    return () => {
      clearTimeout(timer);
    };
  }, [words]);
  const { data } = useOperation(
    'listQuestions',
    { query: { q: asked, limit: 3 } },
    { enabled: asked.length >= shortest },
  );
  const items = asked.length >= shortest ? (data?.items ?? []) : [];
  return (
    <div role="status">
      {items.length === 0 ? null : (
        <section className="mt-2">
          <h2>{t.matches}</h2>
          <p className="sub">{t.matchesMore}</p>
          <List label={t.matches}>
            {items.map((item) => (
              <AnswerRow key={item.id} item={item} />
            ))}
          </List>
        </section>
      )}
    </div>
  );
}
