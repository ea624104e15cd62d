import { loadCommunes, loadHolidays, logo, province as built, texts } from 'virtual:province';

export type { Commune, Holiday } from 'virtual:province';

/** Names, contacts, addresses of this province. */
export const province = Object.freeze(built);

/** Sentences that are the province's own, by language. */
export const provinceTexts = Object.freeze(texts);

export { loadCommunes, loadHolidays, logo };
