import type { Sql } from '#db';
import type { Cells, Counts } from './families.ts';

/** From this moment to before that one. */
export interface Span {
  from: Date;
  to: Date;
}

/** What numbers need of others: how many, never who. */
export interface Sources {
  /** Families `sent`, `filling`, `reuse`, `finished`, `promise`, `processing`, `result`, `fee`, `rated`, `satisfaction`. */
  dossiers(sql: Sql, span: Span): Promise<Counts>;
  /** Families `resolved`, `reportPromise`. */
  reports(sql: Sql, span: Span): Promise<Counts>;
  /** Who is known by the end of that day: over 45, up to 45, of unknown age. */
  ages(sql: Sql, day: string): Promise<Cells>;
  /** Undefined: there is no such procedure. */
  procedureName(code: string): string | undefined;
  /** Procedures that can be sent here, and all there are. */
  offered(): { part: number; whole: number };
}
