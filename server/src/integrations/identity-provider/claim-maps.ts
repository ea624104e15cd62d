import { foreignText } from '#core/foreign-text';
import type { Settings } from '#core/settings';
import type { AssuranceLevel, VerifiedIdentity } from './identity-provider.ts';

type Claims = Readonly<Record<string, unknown>>;
type Dialect = Settings['OIDC_CLAIMS'];

/** Where a provider writes what we need; the first claim that is there counts. */
interface ClaimMap {
  scope: string;
  idNumber: readonly string[];
  fullName: readonly string[];
  birthDate: readonly string[];
  address: readonly string[];
  assurance: readonly string[];
  /** What its assurance says; what is not here says nothing. */
  levels: Readonly<Record<string, AssuranceLevel>>;
  /** Accounts of organisations are no citizens. */
  citizen: (claims: Claims) => boolean;
}

const everyone = (): boolean => true;
// The provincial IDs write the national levels as plain numbers. Unconfirmed for each province: see its province.json.
const plainLevels = { '1': 1, '2': 2 } as const;

/** One row a dialect. A province with another provider adds a row here and nothing else. */
export const claimMaps: Readonly<Record<Dialect, ClaimMap>> = {
  // Also the realm of the Ministry of Public Security's SSO: preferred_username is the 12-digit number.
  keycloak: {
    scope: 'openid profile phone address',
    idNumber: ['preferred_username'],
    fullName: ['name'],
    birthDate: ['birthdate'],
    address: ['address'],
    assurance: ['loa', 'acr'],
    levels: plainLevels,
    citizen: everyone,
  },
  wso2: {
    scope: 'openid profile phone address',
    idNumber: ['http://wso2.org/claims/username', 'username', 'preferred_username'],
    fullName: ['http://wso2.org/claims/fullname', 'name'],
    birthDate: ['http://wso2.org/claims/dob', 'birthdate'],
    address: ['http://wso2.org/claims/addresses', 'address'],
    assurance: ['loa', 'acr'],
    levels: plainLevels,
    citizen: everyone,
  },
  // dichvucong.gov.vn: names without diacritics, dates as yyyyMMdd, account type 1 = a person.
  'national-portal': {
    scope: 'openid',
    idNumber: ['SoDinhDanh'],
    fullName: ['HoVaTen'],
    birthDate: ['NgayThangNamSinh'],
    address: ['DiaChi'],
    assurance: ['loa', 'acr'],
    levels: plainLevels,
    citizen: (claims) => (textOf(claims['LoaiTaiKhoan']) ?? '1') === '1',
  },
};

/** No name and no address is longer. */
const LONGEST = 500;

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return foreignText(value.normalize('NFC'), LONGEST);
  // OpenID Connect's own address claim is an object.
  if (typeof value === 'object' && value !== null && 'formatted' in value) return textOf(value.formatted);
  return null;
}

const first = (claims: Claims, names: readonly string[]): string | null =>
  names.map((name) => textOf(claims[name])).find((text) => text !== null) ?? null;

/** `19880314` and `1988-03-14` → `1988-03-14`; anything else, also a day that does not exist, is not known. */
export function readBirthDate(text: string | null): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text ?? '') ?? [];
  if (!year || !month || !day) return null;
  const date = `${year}-${month}-${day}`;
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : null;
}

/** What a provider's word for its assurance means to us. */
export function assuranceLevel(dialect: Dialect, { assurance }: VerifiedIdentity): AssuranceLevel {
  const { levels } = claimMaps[dialect];
  return assurance !== null && Object.hasOwn(levels, assurance) ? (levels[assurance] ?? 0) : 0;
}

/** A provider's claims as one identity; undefined when they do not describe a citizen we can tell from others. */
export function readIdentity(dialect: Dialect, issuer: string, claims: Claims): VerifiedIdentity | undefined {
  const map = claimMaps[dialect];
  const subject = textOf(claims['sub']);
  const idNumber = first(claims, map.idNumber);
  const fullName = first(claims, map.fullName);
  if (!subject || !idNumber || !/^\d{12}$/.test(idNumber) || !fullName || !map.citizen(claims)) return undefined;
  return {
    issuer,
    subject,
    idNumber,
    fullName,
    birthDate: readBirthDate(first(claims, map.birthDate)),
    address: first(claims, map.address),
    assurance: first(claims, map.assurance),
  };
}
