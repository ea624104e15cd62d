import type { Metrics } from '#core/metrics';
import type { Scanner } from '#core/scanner';
import type { Settings } from '#core/settings';
import { createClamd } from './clamd.ts';

/** Where a province runs no malware scanner: nothing is looked for, so nothing is found. Images are re-encoded anyway. */
export const noScanner: Scanner = { scan: async () => ({ clean: true }) };

export function createScanner({ CLAMD_URL, CLAMD_TIMEOUT_MS }: Settings, { scans }: Metrics): Scanner {
  if (CLAMD_URL === undefined) return noScanner;
  const clamd = createClamd({ url: CLAMD_URL, timeoutMs: CLAMD_TIMEOUT_MS });
  return {
    async scan(bytes) {
      try {
        const scanned = await clamd.scan(bytes);
        scans.inc({ outcome: scanned.clean ? 'clean' : 'threat' });
        return scanned;
      } catch (error) {
        scans.inc({ outcome: 'silent' });
        throw error;
      }
    },
  };
}
