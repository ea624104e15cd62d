/**
 * What a module must be able to answer about one person: what it has of them, who read it, and forgetting it. A test walks the
 * tables of the database; one that no module claims, and that is not declared free of people, fails it.
 */
import type { Schemas } from '@dvc/contract';
import type { Row, Sql } from '#db';
import type { Jobs } from './jobs.ts';
import type { SearchFeed } from './search-feed.ts';

export interface Person {
  accountId: string;
  /** The verified citizen linked to the account now. */
  citizenId: string | null;
}

/** Asks with `{account}`, `{citizen}` and `{now}` in the place of parameters: only those written are sent. */
export type AskAbout = <T = Row>(text: string) => Promise<T[]>;

export type Law = Schemas['KeptThing']['law'];

interface PersonalThing {
  what: Schemas['PersonalThing'];
  /** Rows as they are handed to the person. */
  rows: string;
  /** What of it stays when the person is erased: rows with a column `since`, and the law that says so. */
  kept?: { law: Law; rows: string };
}

export interface PersonalFile {
  name: string;
  storeKey: string;
}

export interface PersonalData {
  /** The tables it answers for. */
  tables: readonly string[];
  things: readonly PersonalThing[];
  /** Files handed out with an export: rows with `name` and `storeKey`. */
  files?: string;
  /** Who of the province read it: rows with `at`, `system`, `purpose`, `about`, `path`. */
  readings?: string;
  /** Forgets everything but what `kept` says, in the caller's transaction; bytes go by jobs. */
  erase(ask: AskAbout, means: { tx: Sql; jobs: Jobs; search: SearchFeed }): Promise<void>;
}

/** Erases a person everywhere here; what the law keeps stays, without a way back to the Zalo account. Twice is once. */
export type ErasePerson = (accountId: string, reason: 'asked' | 'zalo-revoked') => Promise<void>;

export function askAbout(sql: Sql, { accountId, citizenId }: Person, now: Date): AskAbout {
  const values: Record<string, unknown> = { account: accountId, citizen: citizenId, now };
  return async <T>(text: string) => {
    const params: unknown[] = [];
    const numbers = new Map<string, number>();
    const written = text.replace(/\{(account|citizen|now)\}/g, (_, name: string) => {
      const number = numbers.get(name) ?? params.push(values[name]);
      numbers.set(name, number);
      return `$${number}::${name === 'now' ? 'timestamptz' : 'uuid'}`;
    });
    return (await sql.query<T>(written, params)).rows;
  };
}
