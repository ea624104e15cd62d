import { randomUUID } from 'node:crypto';

export type OneShotKind = 'phone-number' | 'location';

interface OneShot {
  kind: OneShotKind;
  personId: string;
  expiresAt: number;
  used: boolean;
}

/** Zalo's phone and location tokens: 2 minutes, one use, worth something only beside the same person's access token. */
export class OneShotTokens {
  readonly #tokens = new Map<string, OneShot>();
  static readonly lifetimeMs = 120_000;

  issue(kind: OneShotKind, personId: string, now: number): string {
    const token = `${kind}.${randomUUID()}`;
    this.#tokens.set(token, { kind, personId, expiresAt: now + OneShotTokens.lifetimeMs, used: false });
    return token;
  }

  /** The kind of a good token, which is then spent; or why it is not good. */
  spend(token: string, personId: string, now: number): OneShotKind | 'unknown' | 'used' | 'expired' | 'foreign' {
    const found = this.#tokens.get(token);
    if (found === undefined) return 'unknown';
    if (found.used) return 'used';
    if (found.expiresAt <= now) return 'expired';
    if (found.personId !== personId) return 'foreign';
    found.used = true;
    return found.kind;
  }
}
