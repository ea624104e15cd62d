/** How modules make their public things findable by words: the search module keeps them, in the caller's transaction. */
import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';

export interface SearchName {
  text: string;
  /** Shown when it was found by this name and the title does not say it. */
  said: string | null;
}

/** Something public that can be found. Never anything of one person's: everybody finds it. */
export interface SearchEntry {
  kind: Schemas['SearchHit']['kind'];
  ref: string;
  title: string;
  meta: string | null;
  /** In-app path it leads to. */
  path: string;
  /** More comes first among equals, 0 to 100. */
  weight: number;
  /** The title and whatever else it is called. */
  names: readonly SearchName[];
  /** The rest of what is said about it. */
  body: string;
}

export interface SearchFeed {
  put(sql: Sql, entries: readonly SearchEntry[]): Promise<void>;
  remove(sql: Sql, kind: SearchEntry['kind'], refs: readonly string[]): Promise<void>;
  /** Everything there is of a kind; does nothing when it is what was written last. */
  replaceAll(kind: SearchEntry['kind'], entries: readonly SearchEntry[]): Promise<void>;
}
