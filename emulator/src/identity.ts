/**
 * Every name and secret of the world we stand in for. All of it is sample data: nothing here opens a door anywhere
 * outside a developer's machine.
 */

/** The mini app's id: the number in `https://zalo.me/s/<APP_ID>` and in `/zapps/<APP_ID>`. */
export const APP_ID = '1234567890123456789';

/** How the app and the provincial ID are called where nobody says which province is stood in for. */
export const SAMPLE_NAMES = { app: 'Tây Ninh Smart', identity: 'Tây Ninh ID' } as const;

/** The parent Zalo app: it owns the secret which signs `appsecret_proof` and decodes phone tokens. */
export const ZALO_APP = { id: '9876543210123456789', secret: 'sample-zalo-app-secret' } as const;

/** The province's Official Account, with the app which may send in its name. */
export const OFFICIAL_ACCOUNT = {
  id: '4318657068771012646',
  appId: '5550001112223334445',
  appSecret: 'sample-oa-app-secret',
  firstRefreshToken: 'sample-oa-refresh-token-0001',
  /** From the webhook page: signs its events. */
  webhookSecret: 'sample-oa-webhook-secret-0001',
} as const;

/** Approved ZNS templates by topic; all take the same three fields. */
export const ZNS_TEMPLATES = { dossier: '378101', payment: '378102', security: '378103' } as const;

/** What the province shows its gateway for text messages. */
export const SMS_KEY = 'sample-sms-gateway-key-0001';

/** Signs Checkout orders and call-backs. */
export const CHECKOUT_PRIVATE_KEY = 'sample-checkout-private-key';

/** How a client of the provincial ID wants its claims to look. */
export type ClaimsDialect = 'keycloak' | 'wso2' | 'national-portal';

/** One registered client a claims dialect: the same citizens, three ways of writing them down. */
export const IDENTITY_CLIENTS: Readonly<Record<ClaimsDialect, { id: string; secret: string }>> = {
  keycloak: { id: 'tay-ninh-smart', secret: 'sample-identity-secret-keycloak-0001' },
  wso2: { id: 'tay-ninh-smart-wso2', secret: 'sample-identity-secret-wso2-0001' },
  'national-portal': { id: 'tay-ninh-smart-quoc-gia', secret: 'sample-identity-secret-portal-0001' },
};

/** The one-stop system: the key the province's server shows it, and the key it shows the server. */
export const ONE_STOP = { key: 'sample-key-at-one-stop-0001', keyAtServer: 'sample-one-stop-key-0001' } as const;

/** What a school and whoever keeps the books show the province's server. */
export const CASHIER_KEY = 'sample-cashier-key-0001';
/** The sample desk where field reports arrive. */
export const REPORT_DESK_KEY = 'sample-report-desk-key-0001';

/** Another program that sends reports, as Open311 has it. */
export const OPEN311_KEY = 'sample-open311-key-0001';

/** And who keeps the directory. */
const DIRECTORY_DESK_KEY = 'sample-directory-key-0001';

/** And the newsroom. */
const NEWS_DESK_KEY = 'sample-news-desk-key-0001';

/** And whoever watches over the server. */
export const WATCH_KEY = 'sample-watch-key-0001';

/** Keys other systems use against the province's server, as `name:scope+scope:secret`; scopes have a colon of their own. */
export const INTEGRATION_KEYS = [
  `mot-cua:dossiers:read+dossiers:write+questions:read+questions:write+appointments:read+appointments:write+stores:read+stores:write+deliveries:read+numbers:write:${ONE_STOP.keyAtServer}`,
  `thu-tien:tuition:write+payments:read+payments:write:${CASHIER_KEY}`,
  `phan-anh:reports:read+reports:write+reports:person:${REPORT_DESK_KEY}`,
  `open311:reports:send:${OPEN311_KEY}`,
  `danh-ba:directory:write:${DIRECTORY_DESK_KEY}`,
  `toa-soan:news:read+news:write+media:write:${NEWS_DESK_KEY}`,
  `canh-gac:metrics:read:${WATCH_KEY}`,
].join(',');

/** Hosts the phone and the provincial ID answer to. They share the site `vn.localhost`, so Lax cookies pass. */
export const HOSTS = {
  miniApp: 'h5.zdn.vn.localhost',
  link: 'zalo.vn.localhost',
  identityProvider: 'id.vn.localhost',
} as const;

/** The code the emulated provincial ID "texts": shown on its page, the same for everybody. */
export const ONE_TIME_CODE = '246810';
