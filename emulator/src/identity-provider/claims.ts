import { IDENTITY_CLIENTS } from '../identity.ts';
import type { ClaimsDialect } from '../identity.ts';
import type { Citizen } from './citizens.ts';

export type Claims = { sub: string } & Record<string, unknown>;

const addressOf = (citizen: Citizen): Record<string, string> => ({
  formatted: `${citizen.street}, ${citizen.commune}, tỉnh Tây Ninh`,
  street_address: citizen.street,
  locality: citizen.commune,
  region: 'Tây Ninh',
  country: 'VN',
});

/** A Vietnamese name is family name first, given name last. */
const familyName = (citizen: Citizen): string => citizen.fullName.split(' ')[0] ?? '';
const givenName = (citizen: Citizen): string => citizen.fullName.split(' ').slice(1).join(' ');

const keycloak = (citizen: Citizen): Claims => ({
  sub: citizen.subject,
  preferred_username: citizen.number,
  name: citizen.fullName,
  family_name: familyName(citizen),
  given_name: givenName(citizen),
  birthdate: citizen.birthDate,
  gender: citizen.gender,
  address: addressOf(citizen),
  phone_number: citizen.phoneNumber,
  phone_number_verified: true,
  loa: citizen.loa,
});

const wso2 = (citizen: Citizen): Claims => ({
  sub: citizen.subject,
  username: citizen.number,
  preferred_username: citizen.number,
  name: citizen.fullName,
  family_name: familyName(citizen),
  given_name: givenName(citizen),
  birthdate: citizen.birthDate,
  phone_number: citizen.phoneNumber,
  address: addressOf(citizen),
  loa: citizen.loa,
  'http://wso2.org/claims/username': citizen.number,
  'http://wso2.org/claims/fullname': citizen.fullName,
  'http://wso2.org/claims/dob': citizen.birthDate,
  'http://wso2.org/claims/mobile': citizen.phoneNumber,
});

const nationalPortal = (citizen: Citizen): Claims => ({
  sub: citizen.subject,
  TechID: citizen.subject,
  LoaiTaiKhoan: '1',
  HoVaTen: citizen.fullName,
  SoDinhDanh: citizen.number,
  NgayThangNamSinh: citizen.birthDate.replaceAll('-', ''),
  loginIdp: 'BCA',
  loa: citizen.loa,
});

const WRITERS: Readonly<Record<ClaimsDialect, (citizen: Citizen) => Claims>> = {
  keycloak,
  wso2,
  'national-portal': nationalPortal,
};

export const dialectOf = (clientId: string): ClaimsDialect => {
  const dialects = Object.keys(IDENTITY_CLIENTS) as ClaimsDialect[];
  return dialects.find((dialect) => IDENTITY_CLIENTS[dialect].id === clientId) ?? 'keycloak';
};

/** The citizen's claims as the client with this id expects to read them. */
export const claimsFor = (citizen: Citizen, clientId: string): Claims => WRITERS[dialectOf(clientId)](citizen);

/** Which claims each scope opens; the provider drops the rest. */
export const CLAIMS_BY_SCOPE: Record<string, string[]> = {
  openid: [
    'sub',
    'preferred_username',
    'username',
    'loa',
    'TechID',
    'LoaiTaiKhoan',
    'HoVaTen',
    'SoDinhDanh',
    'NgayThangNamSinh',
    'loginIdp',
  ],
  profile: [
    'name',
    'family_name',
    'given_name',
    'birthdate',
    'gender',
    'address',
    'phone_number',
    'http://wso2.org/claims/username',
    'http://wso2.org/claims/fullname',
    'http://wso2.org/claims/dob',
    'http://wso2.org/claims/mobile',
  ],
  phone: ['phone_number', 'phone_number_verified'],
  address: ['address'],
  loa: ['loa'],
};
