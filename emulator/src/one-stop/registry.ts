import { randomUUID } from 'node:crypto';

/** A move an officer makes in the one-stop system. `to` is a state of the contract; the system does not judge it. */
export interface OneStopMove {
  to: string;
  by?: string;
  note?: string;
}

/** How its officers treat a dossier that comes in, one move after the other. */
export interface ScenarioMove extends OneStopMove {
  afterMs: number;
}

/** How its events go out. Held ones wait for `release`. */
export interface EventManner {
  held: boolean;
  /** How many times more each event is sent. */
  duplicates: number;
}

export interface OneStopDossier {
  dossierId: string;
  code: string;
  /** The newest number it was given under. */
  sequence: number;
  state: string;
  /** How many times it was made: more than once would be a fault of ours. */
  registrations: number;
  registeredAt: number;
  /** Every number it was given, oldest first, repetitions included. */
  given: number[];
  files: { id: string; sha256: string }[];
  /** The newest content, as it came. */
  content: Record<string, unknown>;
}

export interface OneStopEvent {
  eventId: string;
  dossierCode: string;
  sequence: number;
  occurredAt: string;
  to: string;
  by: string;
  note?: string;
}

interface Outgoing {
  event: OneStopEvent;
  copiesLeft: number;
  tries: number;
  nextTryAt: number;
}

const OFFICE = 'Trung tâm Phục vụ hành chính công';

/** What the province's one-stop system knows: dossiers given to it, and what it has still to tell. */
export class OneStopRegistry {
  readonly dossiers = new Map<string, OneStopDossier>();
  /** SHA-256 by `dossierId/fileId`. */
  readonly papers = new Map<string, string>();
  manner: EventManner = { held: false, duplicates: 0 };
  scenario: readonly ScenarioMove[] = [];
  outbox: Outgoing[] = [];
  /** Events the province's server refused for good, with its words. */
  readonly refused: { event: OneStopEvent; status: number; body: string }[] = [];
  readonly #lastEvent = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  byCode(code: string): OneStopDossier | undefined {
    return [...this.dossiers.values()].find((dossier) => dossier.code === code);
  }

  /** Takes a dossier in. @returns whether it is new here. */
  take(content: {
    dossierId: string;
    code: string;
    sequence: number;
    state: string;
    files: { id: string }[];
  }): boolean {
    const known = this.dossiers.get(content.dossierId);
    const files = content.files.map(({ id }) => ({ id, sha256: this.papers.get(`${content.dossierId}/${id}`) ?? '' }));
    if (known === undefined) {
      this.dossiers.set(content.dossierId, {
        ...content,
        files,
        content: { ...content },
        registrations: 1,
        registeredAt: this.#now(),
        given: [content.sequence],
      });
      return true;
    }
    known.given.push(content.sequence);
    // An older number that comes late carries nothing new.
    if (content.sequence > known.sequence) {
      Object.assign(known, { sequence: content.sequence, state: content.state, files, content: { ...content } });
    }
    return false;
  }

  /** An officer moves a dossier; the province's server will be told. */
  move(dossier: OneStopDossier, { to, by = OFFICE, note }: OneStopMove): OneStopEvent {
    const sequence = (this.#lastEvent.get(dossier.dossierId) ?? 0) + 1;
    this.#lastEvent.set(dossier.dossierId, sequence);
    dossier.state = to;
    const event: OneStopEvent = {
      eventId: randomUUID(),
      dossierCode: dossier.code,
      sequence,
      occurredAt: new Date(this.#now()).toISOString(),
      to,
      by,
      ...(note === undefined ? {} : { note }),
    };
    this.outbox.push({ event, copiesLeft: 1 + this.manner.duplicates, tries: 0, nextTryAt: 0 });
    return event;
  }
}
