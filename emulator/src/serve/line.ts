import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { SLOW } from '../native/protocol.ts';

const PIECE = 16 * 1024;

/** When each phone's slow line is free again: all its downloads share one line. */
const freeAt = new Map<string, number>();

/** Sends `bytes` as fast as a slow line would. */
export async function sendSlowly(phoneId: string, bytes: Buffer, response: ServerResponse): Promise<void> {
  await wait(SLOW.latencyMs);
  for (let start = 0; start < bytes.length; start += PIECE) {
    const piece = bytes.subarray(start, start + PIECE);
    const now = performance.now();
    const free = Math.max(now, freeAt.get(phoneId) ?? 0) + piece.length / SLOW.bytesPerMs;
    freeAt.set(phoneId, free);
    await wait(free - now);
    if (response.destroyed) return;
    response.write(piece);
  }
  response.end();
}
