import type { ReactNode } from 'react';
import { useLanguage } from './texts';

/** What the province, an office or a citizen wrote: Vietnamese whatever language the app speaks, and read aloud as such. */
export function InVietnamese({ children }: { children: ReactNode }) {
  // Where all is Vietnamese there is nothing to tell apart.
  return useLanguage() === 'vi' ? children : <span lang="vi">{children}</span>;
}

/** A sentence of the app's around somebody else's words, which are marked where they stand. */
export function Quoting({ text, words }: { text: string; words: string }) {
  const at = useLanguage() === 'vi' || words === '' ? -1 : text.indexOf(words);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <span lang="vi">{words}</span>
      {text.slice(at + words.length)}
    </>
  );
}
