import {
  APP_ID,
  CHECKOUT_PRIVATE_KEY,
  HOSTS,
  IDENTITY_CLIENTS,
  INTEGRATION_KEYS,
  OFFICIAL_ACCOUNT,
  ONE_STOP,
  SMS_KEY,
  ZALO_APP,
  ZNS_TEMPLATES,
} from './identity.ts';
import type { ClaimsDialect } from './identity.ts';
import { MEDIA_PREFIX } from './serve/live-stream.ts';

export interface EmulatedPorts {
  phonePort: number;
  serverPort: number;
  idPort: number;
  /** Without it no one-stop system is connected. */
  oneStopPort?: number;
}

/** A channel of the province as the stand-in for its broadcaster plays it. */
export interface EmulatedChannel {
  id: string;
  kind: 'tv' | 'radio';
}

const SAMPLE_CHANNELS: readonly EmulatedChannel[] = [
  { id: 'tv-tay-ninh', kind: 'tv' },
  { id: 'radio-tay-ninh', kind: 'radio' },
];

/** Television in pictures and, for whoever saves data, in sound alone. */
const streamsOf = ({ id, kind }: EmulatedChannel, phone: string): string[] => {
  const sound = `${id}.audio=${phone}${MEDIA_PREFIX}/${id}/audio.m3u8`;
  return kind === 'tv' ? [`${id}=${phone}${MEDIA_PREFIX}/${id}/live.m3u8`, sound] : [sound];
};

/**
 * Environment variables for a province's server which talks to the emulator and to nobody else. Spread it under your own:
 * `{...process.env, ...serverEnvironment(ports), DATA_DIR: '…'}`.
 */
export function serverEnvironment(
  ports: EmulatedPorts,
  claims: ClaimsDialect = 'keycloak',
  channels = SAMPLE_CHANNELS,
): Record<string, string> {
  const phone = `http://${HOSTS.miniApp}:${ports.phonePort}`;
  const cloud = (host: string): string => `http://127.0.0.1:${ports.phonePort}/__zalo__/${host}`;
  return {
    PORT: String(ports.serverPort),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${ports.serverPort}`,
    ALLOWED_ORIGINS: ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn', phone].join(','),
    EMBEDDED_IN: phone,
    PROVINCE: 'tay-ninh',
    SAMPLE_DATA: 'on',
    LOG_LEVEL: 'warn',
    ZALO_APP_ID: APP_ID,
    ZALO_APP_SECRET: ZALO_APP.secret,
    ZALO_GRAPH_URL: cloud('graph.zalo.me'),
    ZALO_PAYMENT_URL: cloud('payment-mini.zalo.me'),
    ZALO_CHECKOUT_PRIVATE_KEY: CHECKOUT_PRIVATE_KEY,
    ZALO_OAUTH_URL: cloud('oauth.zaloapp.com'),
    ZALO_OPENAPI_URL: cloud('openapi.zalo.me'),
    ZALO_ZNS_URL: cloud('business.openapi.zalo.me'),
    ZALO_LINK_URL: `http://${HOSTS.link}:${ports.phonePort}/s`,
    ZALO_OA_APP_ID: OFFICIAL_ACCOUNT.appId,
    ZALO_OA_SECRET: OFFICIAL_ACCOUNT.appSecret,
    ZALO_OA_REFRESH_TOKEN: OFFICIAL_ACCOUNT.firstRefreshToken,
    ZALO_OA_WEBHOOK_SECRET: OFFICIAL_ACCOUNT.webhookSecret,
    ZNS_TEMPLATES: Object.entries(ZNS_TEMPLATES)
      .map((entry) => entry.join(':'))
      .join(','),
    SMS_URL: cloud('sms-gateway'),
    SMS_KEY,
    // Developers work at night too.
    QUIET_HOURS: 'off',
    OIDC_ISSUER: `http://${HOSTS.identityProvider}:${ports.idPort}`,
    OIDC_CLIENT_ID: IDENTITY_CLIENTS[claims].id,
    OIDC_CLIENT_SECRET: IDENTITY_CLIENTS[claims].secret,
    OIDC_CLAIMS: claims,
    INTEGRATION_KEYS,
    MEDIA_STREAMS: channels.flatMap((channel) => streamsOf(channel, phone)).join(' '),
    ...(ports.oneStopPort === undefined
      ? {}
      : { ONE_STOP_URL: `http://127.0.0.1:${ports.oneStopPort}`, ONE_STOP_KEY: ONE_STOP.key }),
  };
}
