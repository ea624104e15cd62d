import type { Settings } from '#core/settings';

const PATIENCE_MS = 30_000;

export interface PaperForOneStop {
  id: string;
  paperId: string;
  name: string;
  sha256: string;
  mediaType: string;
  bytes: Buffer;
}

/** The province's one-stop dossier system. */
export interface OneStopSystem {
  giveFile(dossierId: string, paper: PaperForOneStop): Promise<void>;
  give(dossier: { dossierId: string }): Promise<void>;
}

/** It answered, and not with a yes. */
class NotConfirmed extends Error {
  override readonly name = 'NotConfirmed';
}

/**
 * The one-stop system over HTTP; undefined where ONE_STOP_URL is not set. Papers go first (`PUT …/dossiers/{id}/files/{id}`),
 * then the dossier (`POST …/dossiers`), which makes it exist there. Both carry our ids, so the same twice is once there; 409
 * says it has it already.
 */
export function createOneStop({ ONE_STOP_URL, ONE_STOP_KEY }: Settings): OneStopSystem | undefined {
  if (ONE_STOP_URL === undefined) return undefined;
  const authorization: Record<string, string> = ONE_STOP_KEY ? { authorization: `Bearer ${ONE_STOP_KEY}` } : {};

  async function tell(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: NonNullable<RequestInit['body']>,
  ): Promise<void> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const request = { method, headers: { ...authorization, ...headers }, body, redirect: 'error' as const, signal };
    const response = await fetch(`${ONE_STOP_URL}${path}`, request);
    await response.arrayBuffer();
    if (!response.ok && response.status !== 409) throw new NotConfirmed(`HTTP ${response.status}`);
  }

  return {
    giveFile: (dossierId, { id, paperId, name, sha256, mediaType, bytes }) => {
      const headers = {
        'content-type': mediaType,
        'x-paper-id': paperId,
        'x-file-name': encodeURIComponent(name),
        'x-file-sha256': sha256,
      };
      return tell('PUT', `/dossiers/${dossierId}/files/${id}`, headers, new Uint8Array(bytes));
    },
    give: (dossier) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': dossier.dossierId };
      return tell('POST', '/dossiers', headers, JSON.stringify(dossier));
    },
  };
}
