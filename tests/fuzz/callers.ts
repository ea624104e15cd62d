import type { OperationId } from '@dvc/contract';
import { operationTable } from '@dvc/contract';
import type { Everybody } from '../../server/test/support/everybody.ts';
import type { TestPhone } from '../../server/test/support/test-phone.ts';
import { ALL_SCOPES, keyFor, type TestServer } from '../../server/test/support/test-server.ts';
import type { Random } from '../faults/random.ts';

/** Somebody who sends requests. */
export interface Caller {
  name: string;
  phone: TestPhone;
  /** Whether the contract lets them do this at all. */
  may: (id: OperationId) => boolean;
  /** May see what the owner's data are. */
  seesOwner: boolean;
  /** Makes sure that they still are what they are called; what they did before may have ended it. */
  restore: () => Promise<void>;
}

const levelOf = (id: OperationId): number => {
  const { access } = operationTable[id];
  if (access === 'session') return 0;
  return access === 'integration' ? 9 : access;
};

/** Everybody who tries this operation. */
export function callersOf(id: OperationId, server: TestServer, all: Everybody, random: Random): Caller[] {
  const { access, scopes } = operationTable[id] as { access: unknown; scopes: readonly string[] };
  const atLevel = (name: string, phone: TestPhone, level: number, seesOwner: boolean): Caller => ({
    name,
    phone,
    seesOwner,
    may: (asked) => operationTable[asked].access !== 'integration' && levelOf(asked) <= level,
    restore: async () => {
      const { status, body } = await phone.call<{ level: number }>('GET', '/session');
      if (status === 200 && body.level === level) return;
      await phone.open();
      // A visitor may have given a number meanwhile.
      if (level === 0) await phone.call('DELETE', '/privacy/consents/phone');
      if (level >= 1) await phone.giveContact();
      const { citizenNumber } = server.emulator.world.people.get(phone.personId) ?? {};
      if (level === 2 && citizenNumber) await phone.link(citizenNumber);
    },
  });
  const holder = (name: string, token: string | undefined, may: Caller['may'], seesOwner = false): Caller => ({
    name,
    phone: Object.assign(server.phone('phuc'), { token }),
    may,
    seesOwner,
    restore: async () => undefined,
  });
  const isOpen = (asked: OperationId): boolean => operationTable[asked].access === 0;
  if (access !== 'integration') {
    return [
      holder('none', undefined, isOpen),
      holder('unknown', 'A'.repeat(43), isOpen),
      atLevel('visitor', all.visitor, 0, false),
      atLevel('contact', all.contact, 1, false),
      atLevel('stranger', all.stranger, 2, false),
      atLevel('owner', all.owner, 2, true),
      holder('office', all.office.token, isOpen),
    ];
  }
  const allowed = (asked: OperationId, scope: string): boolean =>
    (operationTable[asked] as { scopes: readonly string[] }).scopes.includes(scope);
  const others = ALL_SCOPES.filter((scope) => !scopes.includes(scope));
  return [
    holder('none', undefined, () => false),
    atLevel('owner', all.owner, 2, true),
    holder('narrow', all.narrow.token, () => false),
    holder('office', all.office.token, () => true, true),
    ...scopes.map((scope) => holder(scope, keyFor(scope), (asked) => allowed(asked, scope), true)),
    ...[random.oneOf(others)].map((scope) => holder(scope, keyFor(scope), (asked) => allowed(asked, scope))),
  ];
}
