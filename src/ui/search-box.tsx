import { useCallback, useEffect, useState } from 'react';
import { Field } from './field';
import { TextInput } from './input';

/** A person stops typing for this long before the list follows. */
const quietMs = 350;

interface SearchBoxProps {
  label: string;
  hint?: string;
  /** What is searched for now. */
  words: string;
  onSearch: (words: string) => void;
}

/** Words to search by; tells them when typing pauses, and at once on the keyboard's own Search. */
export function SearchBox({ label, hint, words, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(words);
  const [seen, setSeen] = useState(words);
  const [told, setTold] = useState(words);
  if (seen !== words) {
    setSeen(words);
    // The address changed by itself: a link, or "Quay lại". What this box told comes back a moment later, when the
    // person may have typed on: it must not take their letters away.
    if (words !== told) {
      setTold(words);
      setTyped(words);
    }
  }
  const tell = useCallback(
    (asked: string) => {
      setTold(asked);
      onSearch(asked);
    },
    [onSearch],
  );
  useEffect(() => {
    if (typed.trim() === words) return undefined;
    const timer = setTimeout(() => {
      tell(typed.trim());
    }, quietMs);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, words, tell]);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        tell(typed.trim());
      }}
    >
      <Field label={label} hint={hint}>
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
