/** One row as the database gives it; callers say what they expect by the type parameter. */
export type Row = Record<string, unknown>;

export interface Result<T> {
  rows: T[];
  /** Rows returned or changed. */
  count: number;
}

/** Something that answers SQL: the database itself or one transaction of it. */
export interface Sql {
  /** Parameters are `$1`, `$2`…; JSON goes in as `JSON.stringify(value)` with `$n::jsonb`. */
  query<T = Row>(text: string, params?: readonly unknown[]): Promise<Result<T>>;
}

/** The handle of one transaction; also runs scripts of several statements (migrations). */
export interface Transaction extends Sql {
  script(sql: string): Promise<void>;
}

export interface Database extends Sql {
  readonly kind: 'pglite' | 'pg';
  /**
   * Runs a transaction; whatever is thrown rolls it back. Conflicts between transactions are tried again, so the
   * callback may run more than once: it does nothing but SQL on its own handle.
   */
  tx<T>(run: (tx: Transaction) => Promise<T>, options?: { serializable?: boolean }): Promise<T>;
  script(sql: string): Promise<void>;
  /** How many stand in line before anybody else's turn is theirs; see core/shedding.ts. */
  waiting(): number;
  close(): Promise<void>;
}
