import { randomUUID } from 'node:crypto';
import type { Sample } from './operation-samples.ts';

/** One well-formed request for every operation about the province's numbers. */
export const numberSamples = {
  readNumbers: () => ({ url: '/numbers' }),
  readNumbersTable: () => ({ url: '/numbers/so-lieu.csv' }),
  addCounts: () => ({ url: '/number-counts', body: { batch: randomUUID(), counts: [{ step: 'opened', times: 1 }] } }),
  handInCounterDossiers: () => ({
    url: `/integration/numbers/counter/${new Date().toISOString().slice(0, 10)}`,
    body: { received: 40 },
  }),
} satisfies Record<string, () => Sample>;
