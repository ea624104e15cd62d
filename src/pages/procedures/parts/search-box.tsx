import { useEffect, useState } from 'react';
import { Field } from '#ui/field';
import { TextInput } from '#ui/input';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** A person stops typing for this long before the list follows. */
const quietMs = 350;

/** Words to search by; tells them when typing pauses, and at once on the keyboard's own Search. */
export function SearchBox({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState(words);
  const [seen, setSeen] = useState(words);
  // The address changed by itself: a link, or "Quay lại".
  if (seen !== words) {
    setSeen(words);
    if (typed.trim() !== words) setTyped(words);
  }
  useEffect(() => {
    if (typed.trim() === words) return undefined;
    const timer = setTimeout(() => {
      onSearch(typed.trim());
    }, quietMs);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, words, onSearch]);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <Field label={t.search} hint={t.searchHint}>
        {(ties) => (
          <TextInput
            {...ties}
            type="search"
            enterKeyHint="search"
            maxLength={100}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        )}
      </Field>
    </form>
  );
}
