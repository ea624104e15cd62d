import type { Database, Result, Sql } from '../../src/db/port.ts';

/** The process that asked is gone; nothing of it goes on. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * A server dies between two statements, or between a commit and whatever it was to do next. With this database around the real
 * one it does so at any of them: whatever is in hand rolls back or has been kept, and nothing gets any further until it is
 * started again. A server keeps nothing in memory that counts, so to start again is to answer again.
 */
export interface MortalDatabase extends Database {
  /** Dies after so many statements and commits from now. */
  dieAfter(steps: number): void;
  startAgain(): void;
  readonly isDead: boolean;
  readonly deaths: number;
}

export function mortal(db: Database): MortalDatabase {
  let left = Infinity;
  let isDead = false;
  let deaths = 0;

  function step(): void {
    if (isDead) throw new Killed('dead');
    left -= 1;
    if (left > 0) return;
    isDead = true;
    deaths += 1;
    throw new Killed('killed');
  }

  const asking = (sql: Sql): Sql['query'] => {
    const query = sql.query.bind(sql);
    return async <T>(text: string, params?: readonly unknown[]): Promise<Result<T>> => {
      step();
      return query<T>(text, params);
    };
  };

  return {
    kind: db.kind,
    query: asking(db),
    async tx(run, options) {
      if (isDead) throw new Killed('dead');
      const kept = await db.tx((handle) => run({ ...handle, query: asking(handle) }), options);
      // Committed; whoever waits for the answer may never hear it.
      step();
      return kept;
    },
    script: (sql) => db.script(sql),
    waiting: () => db.waiting(),
    close: () => db.close(),
    dieAfter(steps) {
      left = steps;
    },
    startAgain() {
      left = Infinity;
      isDead = false;
    },
    get isDead() {
      return isDead;
    },
    get deaths() {
      return deaths;
    },
  };
}
