import type { PersonalData } from '#core/personal-data';

/** Keyed hashes that open a dossier; they stay with it, and nobody can read a person out of them. */
export const trackingData: PersonalData = {
  tables: ['tracking_keys'],
  things: [],
  async erase() {
    // A dossier the law keeps can still be tracked by whoever holds its receipt.
  },
};
