import type { CuttingProxy } from '../../server/test/support/cutting-proxy.ts';
import type { Fault } from './fault.ts';

/** Somebody for one trial: an account at level 2, and the bearer tokens of two phones of theirs. */
export interface Citizen {
  number: number;
  tokens: readonly [string, string];
}

/** What a trial finds wrong. None of it may ever happen. */
export type Finding =
  /** Acknowledged, and not there. */
  | 'lost'
  /** There more than once. */
  | 'duplicated'
  /** There, and not as it was. */
  | 'wrong-bytes'
  /** Overwritten by another phone that was never told. */
  | 'overwritten'
  /** A person was shown their own words as somebody else's. */
  | 'false-conflict'
  /** Did not come to an end although the faults had ended. */
  | 'stuck'
  /** Something was thrown that nothing caught, or was said that must not be. */
  | 'broken';

export interface Found {
  finding: Finding;
  detail: string;
}

/** Everything a trial needs from outside. */
export interface Trial {
  seed: string;
  number: number;
  citizen: Citizen;
  /** The server itself, for checking afterwards without faults. */
  serverUrl: string;
  /** One line a phone. */
  lines: readonly [CuttingProxy, CuttingProxy];
  /** SIGKILL; it starts again by itself. */
  killServer: () => void;
  /** Resolves when the server answers. */
  serverIsUp: () => Promise<void>;
  /** How often the server was killed so far, by whomever. */
  kills: () => number;
  /** Milliseconds it was down so far; they do not count against a trial's patience. */
  downFor: () => number;
  isDown: () => boolean;
  /** Kills at these exchanges as well: what other trials did to this one when it failed. */
  alsoKillAt: readonly number[];
  /** What happens, line by line, for whoever replays one trial. */
  tell: (line: string) => void;
}

export interface Verdict {
  found: Found[];
  /** Faults that struck, in order, with the exchange. */
  struck: { exchange: number; fault: Fault }[];
  /** Exchanges during which another trial killed the server. */
  killedAt: number[];
  /** What the trial did, counted: `drafts saved`, `files`, `dossiers`… */
  did: Record<string, number>;
}

/** One sort of work that must survive everything; a file of this folder named after it exports it as `kind`. */
export interface Kind {
  run: (trial: Trial) => Promise<Verdict>;
  /** What can be seen only from inside, when all trials are over. */
  audit: (query: <Row>(sql: string) => Promise<Row[]>) => Promise<Found[]>;
}
