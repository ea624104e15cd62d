import type { Notice } from '../../src/core/deps.ts';
import type { TestPhone } from './test-phone.ts';
import type { TestServer } from './test-server.ts';

export interface ToldPerson {
  phone: TestPhone;
  accountId: string;
  tell: (notice: Omit<Notice, 'accountId'>) => Promise<void>;
}

/** The account of one of the emulator's people. */
export async function accountOf({ deps, emulator }: TestServer, who: string): Promise<string> {
  const person = emulator.world.people.get(who);
  const { rows } = await deps.db.query<{ id: string }>('select id from accounts where zalo_id = $1', [person?.userId]);
  const [account] = rows;
  if (account === undefined) throw new Error(`${who} has not opened the app`);
  return account.id;
}

/** Nothing was told to anybody; one of the emulator's people opens the app at this moment, with a number to be told by. */
export async function somebodyToTell(server: TestServer, who: string, moment: Date): Promise<ToldPerson> {
  const { db, notify } = server.deps;
  await db.script(
    `delete from jobs; delete from deliveries; delete from notifications; delete from notice_choices;
     delete from quiet_hours; delete from oa_contacts; delete from oa_token;`,
  );
  server.emulator.world.reset();
  server.clock.set(moment);
  const phone = await (await server.phone(who).open()).giveContact();
  const accountId = await accountOf(server, who);
  return { phone, accountId, tell: (notice) => db.tx((tx) => notify.tell(tx, { accountId, ...notice })) };
}
