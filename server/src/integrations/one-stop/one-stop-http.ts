import { seconds } from '#core/clock';
import { readAnswer } from '#core/read-answer';
import type { Settings } from '#core/settings';

export interface PaperForOneStop {
  id: string;
  paperId: string;
  name: string;
  sha256: string;
  mediaType: string;
  bytes: Buffer;
}

/** The province's one-stop dossier system. Nothing is confirmed but by its own words; everything else is thrown. */
export interface OneStopSystem {
  givePaper(dossierId: string, paper: PaperForOneStop): Promise<void>;
  give(dossier: { dossierId: string; sequence: number }): Promise<void>;
}

/** No answer one can believe: unreachable, too slow, an error of its own, a page of some gateway. Try again later. */
export class OneStopSilent extends Error {
  override readonly name = 'OneStopSilent';
  constructor(
    message: string,
    /** How long it asked us to wait, in milliseconds. */
    readonly waitMs: number,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** It read what we gave and will never take it as it is. */
export class OneStopRefused extends Error {
  override readonly name = 'OneStopRefused';
}

/** It has lost papers that it had confirmed: give them again. */
export class PapersMissing extends Error {
  override readonly name = 'PapersMissing';
}

interface Told {
  method: 'PUT' | 'POST';
  headers: Record<string, string>;
  body: NonNullable<RequestInit['body']>;
}

const REFUSED = new Set([400, 413, 415, 422]);
const HAS_IT_ALREADY = 409;
const PAPERS_MISSING = 424;

const waitOf = (response: Response): number => seconds(Number(response.headers.get('retry-after')) || 0);

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(await readAnswer(response));
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // Told below: whatever is not its JSON does not come from it.
  }
  throw new OneStopSilent(`HTTP ${response.status}, not JSON`, waitOf(response));
}

/**
 * The one-stop system over HTTP; undefined where ONE_STOP_URL is not set. Papers go first (`PUT …/dossiers/{id}/files/{id}`,
 * it answers the SHA-256 of what it got), then the dossier (`POST …/dossiers`, it answers id and sequence), which makes the
 * dossier exist there. The same twice is once there; docs/one-stop.md is the whole agreement.
 */
export function createOneStop({
  ONE_STOP_URL,
  ONE_STOP_KEY,
  ONE_STOP_TIMEOUT_MS,
}: Settings): OneStopSystem | undefined {
  if (ONE_STOP_URL === undefined) return undefined;
  const authorization: Record<string, string> = ONE_STOP_KEY ? { authorization: `Bearer ${ONE_STOP_KEY}` } : {};

  async function tell(path: string, { method, headers, body: sent }: Told): Promise<Record<string, unknown>> {
    const signal = AbortSignal.timeout(ONE_STOP_TIMEOUT_MS);
    const request = {
      method,
      headers: { ...authorization, ...headers },
      body: sent,
      redirect: 'error' as const,
      signal,
    };
    let response: Response;
    let body: Record<string, unknown>;
    try {
      response = await fetch(`${ONE_STOP_URL}${path}`, request);
      body = await readJson(response);
    } catch (error) {
      if (error instanceof OneStopSilent) throw error;
      throw new OneStopSilent(
        error instanceof Error && error.name === 'TimeoutError' ? 'too slow' : 'no answer',
        0,
        error,
      );
    }
    const { status } = response;
    if (status === PAPERS_MISSING) throw new PapersMissing('it has not all the papers');
    if (REFUSED.has(status)) throw new OneStopRefused(`HTTP ${status}`);
    if (!response.ok && status !== HAS_IT_ALREADY) throw new OneStopSilent(`HTTP ${status}`, waitOf(response));
    return body;
  }

  return {
    async givePaper(dossierId, { id, paperId, name, sha256, mediaType, bytes }) {
      const headers = {
        'content-type': mediaType,
        'x-paper-id': paperId,
        'x-file-name': encodeURIComponent(name),
        'x-file-sha256': sha256,
      };
      const body = new Uint8Array(bytes);
      const told = await tell(`/dossiers/${dossierId}/files/${id}`, { method: 'PUT', headers, body });
      if (told['sha256'] !== sha256) throw new OneStopSilent('it has other bytes of a paper', 0);
    },
    async give(dossier) {
      const { dossierId, sequence } = dossier;
      const headers = { 'content-type': 'application/json', 'idempotency-key': `${dossierId}:${sequence}` };
      const told = await tell('/dossiers', { method: 'POST', headers, body: JSON.stringify(dossier) });
      if (told['dossierId'] !== dossierId || !(Number(told['sequence']) >= sequence)) {
        throw new OneStopSilent('it does not say that it has the dossier', 0);
      }
    },
  };
}
