import type { Belongings, Sample } from './operation-samples.ts';

/** One well-formed request for every operation of the privacy centre. */
export const privacySamples = {
  readPrivacy: () => ({ url: '/privacy' }),
  withdrawPhoneConsent: () => ({ url: '/privacy/consents/phone', destroys: 4 }),
  startExport: () => ({ url: '/privacy/exports' }),
  openExport: ({ exportId }) => ({ url: `/privacy/exports/${exportId}/openings`, owned: true }),
  readExport: () => ({ url: `/privacy/exports/opened/${'x'.repeat(43)}/du-lieu.zip` }),
  previewErasure: () => ({ url: '/privacy/erasure' }),
  eraseMe: () => ({ url: '/privacy/erasure', destroys: 4 }),
} as const satisfies Record<string, (of: Belongings) => Sample>;
