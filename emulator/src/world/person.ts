import type { OfficialMessage } from './official-chat.ts';

export const SCOPES = [
  'scope.userInfo',
  'scope.userPhonenumber',
  'scope.userLocation',
  'scope.camera',
  'scope.micro',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What one may say about a new Zalo person; everything else is made up. */
export interface PersonSeed {
  id: string;
  /** The name Zalo shows; need not be the name on the ID card. */
  name: string;
  /** E.164 without plus, as Zalo writes it: `84…`. */
  phoneNumber: string;
  /** The provincial citizen this person really is (12 digits), or null: has no account with the provincial ID. */
  citizenNumber: string | null;
  isSensitive?: boolean;
  followsOfficialAccount?: boolean;
  place?: { latitude: string; longitude: string };
}

/** A Zalo account, and what it has told Zalo about our mini app. Belongs to the person, not to the phone. */
export interface Person {
  id: string;
  name: string;
  phoneNumber: string;
  citizenNumber: string | null;
  isSensitive: boolean;
  place: { latitude: string; longitude: string };
  /** Zalo's id of this person for our Zalo app (`id` of /v2.0/me). */
  userId: string;
  /** Zalo's id of this person for the Official Account. */
  userIdByOa: string;
  consents: Partial<Record<Scope, boolean>>;
  followsOfficialAccount: boolean;
  allowsNotifications: boolean;
  /** Epoch milliseconds of the last thing the person did with the Official Account; null: never. */
  lastTouchOfOfficialAccount: number | null;
  messages: OfficialMessage[];
}

/** Ids that look like Zalo's, stay the same from run to run, and differ between the two name spaces. */
const numberFrom = (text: string, salt: string): string => {
  let hash = 7n;
  for (const char of salt + text) hash = (hash * 131n + BigInt(char.codePointAt(0) ?? 0)) % 10n ** 18n;
  return (hash + 10n ** 18n).toString();
};

/** Where people stand when nobody says of which province: the middle of Phường Tân Ninh. */
const SAMPLE_PLACE: Person['place'] = { latitude: '11.315300', longitude: '106.102800' };

/** @param place where somebody stands of whom nothing else is said */
export function makePerson(seed: PersonSeed, now: number, place = SAMPLE_PLACE): Person {
  const follows = seed.followsOfficialAccount ?? false;
  return {
    id: seed.id,
    name: seed.name,
    phoneNumber: seed.phoneNumber,
    citizenNumber: seed.citizenNumber,
    isSensitive: seed.isSensitive ?? false,
    place: seed.place ?? place,
    userId: numberFrom(seed.id, 'app'),
    userIdByOa: numberFrom(seed.id, 'oa'),
    consents: {},
    followsOfficialAccount: follows,
    allowsNotifications: false,
    lastTouchOfOfficialAccount: follows ? now : null,
    messages: [],
  };
}

/** Fictitious people of different ages and circumstances. The numbers come from no real card or subscriber list. */
export const SAMPLE_PEOPLE: readonly PersonSeed[] = [
  {
    id: 'anh',
    name: 'Ngọc Ánh',
    phoneNumber: '84900000001',
    citizenNumber: '072188000001',
    followsOfficialAccount: true,
  },
  { id: 'binh', name: 'Ba Bình', phoneNumber: '84900000002', citizenNumber: '072061000002' },
  {
    id: 'chi',
    name: 'Kim Chi',
    phoneNumber: '84900000003',
    citizenNumber: '072301000003',
    followsOfficialAccount: true,
  },
  { id: 'dung', name: 'Dũng Phạm', phoneNumber: '84900000004', citizenNumber: '080075000004' },
  { id: 'em', name: 'Út Em', phoneNumber: '84900000005', citizenNumber: '080311000005', isSensitive: true },
  { id: 'gam', name: 'Bà Tư Gấm', phoneNumber: '84900000006', citizenNumber: '080147000006' },
  { id: 'phuc', name: 'Phúc Khách', phoneNumber: '84900000007', citizenNumber: null },
];
