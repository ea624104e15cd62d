/**
 * Settings from the environment. Every one is described in docs/operating.md; a wrong one stops the start with a sentence
 * that names it.
 */
import type { Schemas } from '@dvc/contract';
import { z } from 'zod';

/** Whose server this is unless somebody says otherwise. */
export const DEFAULT_PROVINCE = 'tay-ninh';

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
/** `name=https://… other=https://…`, apart by spaces. */
const addresses = (name: RegExp) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter(Boolean))
    .pipe(z.array(z.string().regex(new RegExp(`^${name.source}=https?://\\S+$`), 'name=https://…')))
    .transform(
      (pairs) => new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])),
    );
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** `dossier:378101,payment:378102` */
const znsTemplates = list.transform((entries, context) => {
  const templates: Partial<Record<Schemas['NoticeTopic'], string>> = {};
  for (const entry of entries) {
    const [, topic, id] = /^(dossier|payment|security):(\w{1,40})$/.exec(entry) ?? [];
    if (topic === undefined || id === undefined) {
      context.addIssue({ code: 'custom', message: 'topic:template id, …; topics are dossier, payment, security' });
      return z.NEVER;
    }
    templates[topic as Schemas['NoticeTopic']] = id;
  }
  return templates;
});

const TIME_OF_DAY = '([01]\\d|2[0-3]):[0-5]\\d';
const quietHours = z
  .string()
  .regex(new RegExp(`^(off|(${TIME_OF_DAY})-(${TIME_OF_DAY}))$`), 'HH:MM-HH:MM or off')
  .transform((text): Schemas['QuietHours'] | null => {
    const [from, to] = text.split('-');
    return from === undefined || to === undefined || from === to ? null : { from, to };
  });

const OA_SETTINGS = ['ZALO_OA_APP_ID', 'ZALO_OA_SECRET', 'ZALO_OA_REFRESH_TOKEN'] as const;
const SMS_SETTINGS = ['SMS_URL', 'SMS_KEY'] as const;
const S3_SETTINGS = ['S3_URL', 'S3_BUCKET', 'S3_KEY', 'S3_SECRET'] as const;
const NATIONAL_SETTINGS = ['NATIONAL_PAYMENT_URL', 'NATIONAL_PAYMENT_PARTNER', 'NATIONAL_PAYMENT_SECRET'] as const;

const fields = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(5301),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: address.default('http://127.0.0.1:5301'),
  ALLOWED_ORIGINS: list.default(['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn']),
  /** Addresses of our own reverse proxies, whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: list.default([]),
  /** Development only: who may frame the two browser pages. */
  EMBEDDED_IN: address.optional(),
  /** Raises every rate limit so many times; for load tests and very large provinces. */
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  /** Beyond so many in line for the database new reading is put off, beyond twice as many new writing. */
  MOST_WAITING: count(100),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),

  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  PG_POOL: count(10),
  /** Kept papers in a store that speaks S3 instead of in DATA_DIR; all four or none. */
  S3_URL: address.optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  S3_KEY: z.string().min(1).optional(),
  S3_SECRET: z.string().min(8).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  DATA_DIR: z.string().min(1).default('.data'),
  /** Kept free on the disk of DATA_DIR; below it nothing new is accepted. */
  MIN_FREE_BYTES: count(64 * 1024 * 1024),
  PROVINCE: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .default(DEFAULT_PROVINCE),
  /** Where the folders of provinces lie; without it those that came with the code. */
  PROVINCES_DIR: z.string().min(1).optional(),
  SAMPLE_DATA: z.enum(['on', 'off']).default('off'),

  /** Where the broadcaster's live streams (HLS) are; a channel without one says that it cannot be played here. */
  MEDIA_STREAMS: addresses(/[a-z][a-z0-9-]*(\.audio)?/),
  /** RSS or Atom of the province's portal, by the topic its articles get. */
  NEWS_FEEDS: addresses(/[a-z][a-z0-9-]*/),
  /** `host:port` of feeds in the operator's own network; all others must be https on the open web. */
  NEWS_FEEDS_INSIDE: list.default([]),

  ZALO_APP_ID: z.string().regex(/^\d{5,25}$/),
  ZALO_APP_SECRET: z.string().min(8),
  ZALO_GRAPH_URL: address.default('https://graph.zalo.me'),
  ZALO_OAUTH_URL: address.default('https://oauth.zaloapp.com'),
  ZALO_OPENAPI_URL: address.default('https://openapi.zalo.me'),
  ZALO_ZNS_URL: address.default('https://business.openapi.zalo.me'),
  ZALO_LINK_URL: address.default('https://zalo.me/s'),
  ZALO_TIMEOUT_MS: count(10_000),
  /** The Official Account; without it notices stay in the inbox only. */
  ZALO_OA_APP_ID: z.string().optional(),
  ZALO_OA_SECRET: z.string().optional(),
  ZALO_OA_REFRESH_TOKEN: z.string().optional(),
  /** The Official Account's secret key from its webhook page; without it no event of it is believed. */
  ZALO_OA_WEBHOOK_SECRET: z.string().min(8).optional(),
  /** Signs the mini app's events; Zalo's sources differ on whether it is the Open API key or the app's secret (the default). */
  ZALO_APP_WEBHOOK_KEY: z.string().min(8).optional(),
  /** Approved ZNS templates by topic; a topic without one is not sent by ZNS. */
  ZNS_TEMPLATES: znsTemplates.default({}),
  /** A gateway for text messages; both or none. */
  SMS_URL: address.optional(),
  SMS_KEY: z.string().min(16).optional(),
  /** When people who chose nothing are left in peace, Vietnam's time: `22:00-06:00`, or `off`. */
  QUIET_HOURS: quietHours.default({ from: '22:00', to: '06:00' }),

  /** From Mini App Center, Checkout SDK; without it nothing can be paid in the app. */
  ZALO_CHECKOUT_PRIVATE_KEY: z.string().min(8).optional(),
  ZALO_PAYMENT_URL: address.default('https://payment-mini.zalo.me'),
  /** The National Payment Platform; all three or none. */
  NATIONAL_PAYMENT_URL: address.optional(),
  NATIONAL_PAYMENT_PARTNER: z.string().min(1).optional(),
  NATIONAL_PAYMENT_SECRET: z.string().min(16).optional(),
  /** What stands on receipts of fees: mẫu số, ký hiệu. */
  FEE_RECEIPT_FORM: z.string().min(1).max(20).default('01BLP0-001'),
  FEE_RECEIPT_SYMBOL: z.string().min(1).max(20).default('BL-26E'),

  OIDC_ISSUER: address,
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET: z.string().min(1),
  OIDC_CLAIMS: z.enum(['keycloak', 'wso2', 'national-portal']).default('keycloak'),
  OIDC_TIMEOUT_MS: count(10_000),

  /** ClamAV's daemon; without it nothing is scanned. */
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/(\[[\da-f:]+\]|[\w.-]+):\d{1,5}|unix:\/.+)$/i, 'tcp://host:port or unix:/path')
    .optional(),
  /** Below a job's lease of a minute. */
  CLAMD_TIMEOUT_MS: z.coerce.number().int().positive().max(45_000).default(20_000),

  /** How recent a login to the provincial ID must be to open or share a result. */
  RECENT_LOGIN_MINUTES: count(30),
  INTEGRATION_KEYS: z.string().default(''),
  RECEIPT_KEY: z.string().optional(),
  SECRETS_KEY: z.string().optional(),
  /** The one-stop dossier system; without it dossiers wait for an officer's acceptance. */
  ONE_STOP_URL: address.optional(),
  ONE_STOP_KEY: z.string().optional(),
  ONE_STOP_TIMEOUT_MS: count(20_000),
});

// With a part of them, messages would be queued that nobody sends, and payments told that nobody can check.
const environment = fields.superRefine((settings, context) => {
  const sets = [
    { names: OA_SETTINGS, message: 'the Official Account needs all three of its settings' },
    { names: SMS_SETTINGS, message: 'the SMS gateway needs both of its settings' },
    { names: S3_SETTINGS, message: 'the object store needs all four of its settings' },
    { names: NATIONAL_SETTINGS, message: 'the National Payment Platform needs all three of its settings' },
  ];
  for (const { names, message } of sets) {
    const missing = names.filter((name) => settings[name] === undefined);
    if (missing.length === names.length) continue;
    for (const name of missing) context.addIssue({ code: 'custom', path: [name], message });
  }
});

export type Settings = z.infer<typeof environment>;

/** The environment cannot be used; the message says what is wrong, one line a setting, without its value. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
}

/** Reads and checks. An empty value counts as absent. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = environment.safeParse(present);
  if (!read.success) {
    const lines = read.error.issues.map(({ code, path, message }) => {
      const name = path.join('.');
      const isMissing = code === 'invalid_type' && !(name in present);
      return `  ${name}: ${isMissing ? 'is not set and has no default; docs/operating.md says what belongs here' : message}`;
    });
    throw new BadSettings(`These settings are missing or wrong:\n${lines.join('\n')}`);
  }
  return read.data;
}
