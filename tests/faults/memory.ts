import type { Work } from '#offline';
import type { Found } from './kind.ts';
import type { Hand, Marks } from './form.ts';

/** A paper a person photographed. */
export interface Paper {
  hand: Hand;
  name: string;
  bytes: Buffer;
  sha256: string;
}

/** What a person saw and did, whichever phone it was on: their side of the truth. */
export interface Memory {
  papers: Paper[];
  /** The last number each hand wrote. */
  wrote: Marks;
  /** Drafts whose start was acknowledged. */
  started: Set<string>;
  /** Versions the screen called saved. */
  saved: { hand: Hand; marks: Marks }[];
  /** Versions a hand was shown as somebody else's, and wrote over after that. */
  overruled: { by: Hand; theirs: Marks }[];
  /** Files the screen called ready: server's id → paper. */
  ready: Map<string, Paper>;
  /** What was sent, as it was reviewed. */
  parcels: { work: Work; files: string[] }[];
  /** Dossiers the screen said had arrived. */
  arrived: Set<string>;
  /** Why the last sending was refused. */
  lastRefusal?: string;
  /** The last exchanges, for whoever must understand a trial that went wrong. */
  trace: string[];
  /** What each hand's screen says now. */
  screens: Partial<Record<Hand, () => string>>;
  found: Found[];
  did: Record<string, number>;
}

export function createMemory(): Memory {
  return {
    papers: [],
    wrote: { a: 0, b: 0 },
    started: new Set(),
    saved: [],
    overruled: [],
    ready: new Map(),
    parcels: [],
    arrived: new Set(),
    trace: [],
    screens: {},
    found: [],
    did: {},
  };
}

export function count(memory: Memory, what: string, by = 1): void {
  memory.did[what] = (memory.did[what] ?? 0) + by;
}
