/** In which way something we lean on fails: longer than anybody waits, not at all, or with an answer that is not one. */
export const ways = ['slow', 'down', 'lying'] as const;
export type Way = (typeof ways)[number];

/**
 * What a line does just now.
 * slow — `silent`: takes the question and never answers · `trickle`: begins to answer and never ends · `late`: does what it was
 * asked and says so when nobody waits any more.
 * down — `cut`: hangs up · `half`: does it, and is cut within the answer · `error`: an error of its own · `gate`: the page of a
 * gateway before it · `busy`: 503.
 * lying — `page`: 200 and a page · `shape`: 200 and other JSON · `list`, `nothing`: 200 and a list, nothing · `huge`: 200 and no
 * end · `spoilt`: its own answer with something in it that cannot be · `readonly`: takes questions, and nothing to keep.
 */
export type Mood =
  | 'well'
  | 'silent'
  | 'trickle'
  | 'late'
  | 'cut'
  | 'half'
  | 'error'
  | 'gate'
  | 'busy'
  | 'page'
  | 'shape'
  | 'list'
  | 'nothing'
  | 'huge'
  | 'spoilt'
  | 'readonly';

export type Moods = Readonly<Partial<Record<Way, readonly Mood[]>>>;

/** Of whatever speaks HTTP. */
export const httpMoods = {
  slow: ['silent', 'trickle', 'late'],
  down: ['cut', 'half', 'error', 'gate', 'busy'],
  lying: ['page', 'shape', 'list', 'nothing', 'huge', 'spoilt'],
} as const satisfies Moods;

/** Something we lean on, as far as it can be put out of order. */
export interface Line {
  set: (mood: Mood) => void | Promise<void>;
  /** How often somebody has come to it so far. */
  asked: () => number;
  close: () => void | Promise<void>;
}
