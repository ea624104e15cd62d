import { useEffect, useState } from 'react';
import { Field } from '#ui/field';
import { TextInput } from '#ui/input';

/** A person stops typing for this long before the list follows. */
const quietMs = 350;

interface QuestionSearchProps {
  label: string;
  hint: string;
  words: string;
  onSearch: (words: string) => void;
}

/** Words to search answers by; told when typing pauses, and at once on the keyboard's own Search. */
export function QuestionSearch({ label, hint, words, onSearch }: QuestionSearchProps) {
  const [typed, setTyped] = useState(words);
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
      <Field label={label} hint={hint}>
        {(ties) => (
          <TextInput
            {...ties}
            type="search"
            enterKeyHint="search"
            maxLength={300}
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
