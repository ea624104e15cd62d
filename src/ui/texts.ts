import type { Language, SameWords, Texts } from '#lib/texts';
import { usePreferences } from './preferences';

export function useLanguage(): Language {
  return usePreferences().language;
}

/** A room's words in the person's language: `const t = useTexts(texts)`. */
export function useTexts<Words>(texts: Texts<Words>): SameWords<Words> {
  return texts[useLanguage()];
}
