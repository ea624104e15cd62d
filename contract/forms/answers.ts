/** What a person typed, by field id; values need not be valid yet, so that a draft never loses anything. */
export type Answers = Record<string, Answer>;

export type Answer = string | number | AddressAnswer | Answers[] | null | undefined;

/**
 * Dates are `year-month-day` with parts that may still be empty (`2026-11-19`, `-11-19`, `1948--`);
 * times `HH:MM`; ID numbers and phones as typed; `yesNo` is `co` or `khong`; communes are their codes,
 * or `ngoai:` and the person's own words for a place outside the province (places.ts).
 */
export interface AddressAnswer {
  /** Commune code, or `ngoai:` and words; empty until chosen. */
  commune: string;
  /** Hamlet, street, house number. */
  detail: string;
}
