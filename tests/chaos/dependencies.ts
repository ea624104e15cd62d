import { httpMoods, type Moods } from './moods.ts';

/** What people do, as far as something else may be needed for it. */
export const deeds = [
  'enter',
  'contact',
  'link',
  'draft',
  'paper',
  'open-paper',
  'submit',
  'report',
  'ask',
  'pay',
  'tell-of-payment',
  'read',
  'office',
] as const;
export type Deed = (typeof deeds)[number];

/** Something outside of the server's process that it leans on. */
export interface Dependency {
  name: string;
  /** The files of the server that speak to it, from `server/src`. */
  spokenToBy: readonly string[];
  /** The settings that say where it is. */
  settings: readonly string[];
  moods: Moods;
  /** What may have to wait while it is out of order. Everything else goes on. */
  neededFor: readonly Deed[];
  /** Its longest time limit in the server that cannot be set, in milliseconds. */
  patience?: number;
}

const everything = [...deeds];
const zalo = 'integrations/zalo/ask-zalo.ts';

/** Everything the server leans on. Whatever opens a line of its own stands here; dependencies.test.ts looks. */
export const dependencies: readonly Dependency[] = [
  {
    name: 'zalo-graph',
    spokenToBy: ['integrations/zalo/zalo-graph.ts', zalo],
    settings: ['ZALO_GRAPH_URL'],
    moods: httpMoods,
    neededFor: ['enter', 'contact'],
  },
  {
    name: 'zalo-oauth',
    spokenToBy: ['integrations/zalo/oa-token.ts', 'integrations/zalo/oa-client.ts', zalo],
    settings: ['ZALO_OAUTH_URL'],
    moods: httpMoods,
    neededFor: [],
    patience: 16_000,
  },
  {
    name: 'zalo-oa',
    spokenToBy: ['integrations/zalo/oa-client.ts', zalo],
    settings: ['ZALO_OPENAPI_URL'],
    moods: httpMoods,
    neededFor: [],
  },
  {
    name: 'zalo-zns',
    spokenToBy: ['integrations/zalo/zns-client.ts', zalo],
    settings: ['ZALO_ZNS_URL'],
    moods: httpMoods,
    neededFor: [],
  },
  {
    name: 'sms',
    spokenToBy: ['integrations/sms/sms-gateway.ts'],
    settings: ['SMS_URL'],
    moods: httpMoods,
    neededFor: [],
  },
  {
    name: 'checkout',
    spokenToBy: ['integrations/payments/zalo-checkout.ts', zalo],
    settings: ['ZALO_PAYMENT_URL'],
    moods: httpMoods,
    neededFor: ['tell-of-payment'],
  },
  {
    name: 'national',
    spokenToBy: ['integrations/payments/national-platform.ts'],
    settings: ['NATIONAL_PAYMENT_URL'],
    moods: httpMoods,
    neededFor: [],
    patience: 15_000,
  },
  {
    name: 'provincial-id',
    spokenToBy: ['integrations/identity-provider/openid-provider.ts'],
    settings: ['OIDC_ISSUER'],
    moods: httpMoods,
    neededFor: ['link'],
  },
  {
    name: 'one-stop',
    spokenToBy: ['integrations/one-stop/one-stop-http.ts'],
    settings: ['ONE_STOP_URL'],
    moods: httpMoods,
    neededFor: [],
  },
  {
    name: 'scanner',
    spokenToBy: ['integrations/scanner/clamd.ts'],
    settings: ['CLAMD_URL'],
    moods: { slow: ['silent'], down: ['cut', 'error'], lying: ['shape'] },
    neededFor: ['paper', 'submit'],
  },
  {
    name: 'feeds',
    spokenToBy: ['integrations/feeds/fetch-feed.ts'],
    settings: ['NEWS_FEEDS'],
    moods: httpMoods,
    neededFor: [],
    patience: 15_000,
  },
  {
    name: 'object-store',
    spokenToBy: ['modules/files/object-store.ts'],
    settings: ['S3_URL'],
    moods: { ...httpMoods, lying: ['page', 'huge', 'spoilt'] },
    neededFor: ['paper', 'open-paper', 'submit'],
  },
  {
    name: 'database',
    spokenToBy: ['db/pg.ts'],
    settings: ['DATABASE_URL'],
    moods: { slow: ['silent', 'trickle'], down: ['cut', 'error'], lying: ['readonly'] },
    neededFor: everything,
    patience: 20_000,
  },
  { name: 'server', spokenToBy: [], settings: [], moods: { down: ['cut'] }, neededFor: everything },
];
