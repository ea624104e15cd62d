/** Languages the app speaks. Vietnamese is written first; English is translated from it. */
export type Language = 'vi' | 'en';

/** A word, a sentence made from something, or a group of them. */
export type Wording =
  string | readonly string[] | ((...given: never[]) => unknown) | { readonly [key: string]: Wording };
export type WordMap = { readonly [key: string]: Wording };

/** The same keys and the same givens, other words. */
export type SameWords<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends readonly string[]
      ? readonly string[]
      : Words[Key] extends (...given: never[]) => unknown
        ? Words[Key]
        : SameWords<Words[Key]>;
};

export type Texts<Words> = Readonly<Record<Language, SameWords<Words>>>;

/** Every word a room says, in each language; a key missing in English does not compile. */
export function defineTexts<const Words extends WordMap>(texts: { vi: Words; en: SameWords<Words> }): Texts<Words> {
  return texts as unknown as Texts<Words>;
}
