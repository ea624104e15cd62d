import { randomUUID } from 'node:crypto';
import type { Belongings, Sample } from './operation-samples.ts';

/** The version of the form shops are registered with. */
const STORE_FORM = '2026-11-25.1';

/** One well-formed request for every operation about shops. */
export const storeSamples = {
  listStores: () => ({ url: '/stores?q=banh&kind=dac-san&commune=25459' }),
  mapStores: () => ({ url: '/stores/map?kind=dac-san' }),
  // One of the sample shops.
  readStore: () => ({ url: '/stores/5a3b1e00-0000-4000-8000-000000000001' }),
  listStoreRegistrations: () => ({ url: '/store-registrations' }),
  startStoreRegistration: ({ storeId }) => ({ url: '/store-registrations', body: { id: storeId }, owned: true }),
  readStoreRegistration: ({ storeId }) => ({ url: `/store-registrations/${storeId}`, owned: true }),
  saveStoreRegistration: ({ storeId }) => ({
    url: `/store-registrations/${storeId}`,
    body: { rev: 1, formVersion: STORE_FORM, answers: {}, oldAnswers: [], page: 'tiem' },
    owned: true,
  }),
  submitStoreRegistration: ({ storeId }) => ({
    url: `/store-registrations/${storeId}/submissions`,
    body: { rev: 1, declaration: [] },
    headers: { 'idempotency-key': randomUUID() },
    owned: true,
  }),
  showStoreAccount: ({ storeId }) => ({
    url: `/store-registrations/${storeId}/account-consent`,
    body: { shown: false },
    owned: true,
  }),
  deleteStoreRegistration: ({ storeId }) => ({ url: `/store-registrations/${storeId}`, owned: true, destroys: 1 }),
  listStoresForOffice: () => ({ url: '/integration/stores?state=submitted' }),
  readStoreForOffice: ({ storeCode }) => ({ url: `/integration/stores/${storeCode}?purpose=kiem%20tra` }),
  decideStore: ({ storeCode }) => ({
    url: `/integration/stores/${storeCode}/decisions`,
    body: { to: 'approved', by: 'Phường Tân Ninh' },
    headers: { 'idempotency-key': randomUUID() },
  }),
} satisfies Readonly<Record<string, (of: Belongings) => Sample>>;
