import { now } from '#lib/clock';
import { phoneStorage } from '#zalo';

/** What the phone must remember between leaving for the provincial ID and coming back, even if Zalo is killed. */
export interface PendingStepUp {
  /** Worth nothing without this account and the return code. */
  verifier: string;
  /** In-app path; carries no personal data. */
  returnTo: string;
  /** Milliseconds since 1970. */
  startedAt: number;
}

const key = 'step-up';
/** Longer than the return code lives, so that "expired" is said by the server, in its words. */
const lifetimeMs = 30 * 60_000;

function read(text: string | undefined): PendingStepUp | undefined {
  try {
    const found = JSON.parse(text ?? 'null') as Partial<PendingStepUp> | null;
    if (typeof found?.verifier !== 'string' || typeof found.returnTo !== 'string') return undefined;
    if (typeof found.startedAt !== 'number' || now().getTime() - found.startedAt > lifetimeMs) return undefined;
    return { verifier: found.verifier, returnTo: found.returnTo, startedAt: found.startedAt };
  } catch {
    return undefined;
  }
}

export async function readPending(): Promise<PendingStepUp | undefined> {
  return read(await phoneStorage.read(key));
}

export function writePending(pending: Omit<PendingStepUp, 'startedAt'>): void {
  phoneStorage.write(key, JSON.stringify({ ...pending, startedAt: now().getTime() }));
}

export function forgetPending(): void {
  phoneStorage.remove(key);
}
