import type { Person } from '../world/person.ts';
import type { Phone } from '../world/phone.ts';

/** A person as control tells it. */
export type PersonView = Omit<Person, 'messages'>;

/** A phone as control tells it: without its scripted answers and storage contents. */
export interface PhoneView {
  id: string;
  personId: string;
  os: Phone['os'];
  zalo: Phone['zalo'];
  network: Phone['network'];
  login: Phone['login'];
  missingPermissions: string[];
  storageFull: boolean;
  storedKeys: string[];
}

export const viewPerson = ({ messages: _messages, ...person }: Person): PersonView => person;

export const viewPhone = (phone: Phone): PhoneView => ({
  id: phone.id,
  personId: phone.personId,
  os: phone.os,
  zalo: phone.zalo,
  network: phone.network,
  login: phone.login,
  missingPermissions: phone.missingPermissions,
  storageFull: phone.storageFull,
  storedKeys: Object.keys(phone.storage.map),
});
