import { randomUUID } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dateInVietnam, type Schemas } from '@dvc/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/port.ts';
import { birthAnswers, DECLARED, saveDraft, sendPaper, startDraft, submitDraft } from '../support/birth-draft.ts';
import { createChildServer, type ChildServer } from '../support/child-server.ts';
import { startCuttingProxy, type CuttingProxy } from '../support/cutting-proxy.ts';
import { pdf } from '../support/sample-papers.ts';
import type { TestPhone } from '../support/test-phone.ts';

/** Enough that a kill at the first one seen finds others still to be written. */
const LATE = 30;
const A_START = 60_000;

let server: ChildServer;
let line: CuttingProxy;
let anh: TestPhone;
let sent: Schemas['Receipt'];

/** The province as it is, with people at work today: nobody is told of a delay on a holiday. */
async function provinceAtWork(): Promise<string> {
  const folder = join(server.dataDir, 'provinces');
  await cp(fileURLToPath(new URL('../../../provinces/tay-ninh', import.meta.url)), join(folder, 'tay-ninh'), {
    recursive: true,
  });
  const path = join(folder, 'tay-ninh', 'holidays.json');
  const holidays = JSON.parse(await readFile(path, 'utf8')) as { days: object[] };
  const today = { date: dateInVietnam(new Date()), kind: 'make-up-workday' };
  await writeFile(path, JSON.stringify({ ...holidays, days: [...holidays.days, today] }));
  return folder;
}

beforeAll(async () => {
  server = await createChildServer({}, { oneStop: true });
  line = await startCuttingProxy(Number(new URL(server.emulator.oneStopUrl ?? '').port));
  server.environment['ONE_STOP_URL'] = line.url;
  server.environment['PROVINCES_DIR'] = await provinceAtWork();
  await server.start();
  anh = await (await (await server.phone('anh').open()).giveContact()).link('072188000001');
}, 2 * A_START);
afterAll(async () => {
  await line.close();
  await server.close();
});

/** What is under way at the one-stop system's first answer from now on is killed there. */
const killedAtAnswer = (): Promise<void> =>
  new Promise((done) => {
    line.loseAnswer(() => void server.kill().then(done));
  });

/** Leases and periods of a process that is dead run out; here at once. */
const asIfLater = (db: Database): Promise<unknown> =>
  db.tx(async (tx) => {
    await tx.query('update jobs set run_at = created_at, leased_until = null');
    await tx.query('delete from schedules');
  });

async function submit(): Promise<Schemas['Receipt']> {
  const draft = await startDraft(anh);
  await sendPaper(server.url, anh, { draftId: draft.id, bytes: pdf({ before: `% ${draft.id}\n` }) });
  const ready = async () => (await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`)).body.files[0]?.state;
  while ((await ready()) !== 'ready') await wait(50);
  const { body } = await saveDraft(anh, draft, birthAnswers());
  const files = body.files.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }));
  return (await submitDraft(anh, { draftId: body.id, rev: body.rev, files, declaration: DECLARED })).body;
}

const read = async () => (await anh.call<Schemas['Dossier']>('GET', `/dossiers/${sent.dossierId}`)).body;

test(
  'killed while it forwards, when the paper is taken there and when the dossier is: nothing lost, in effect once',
  async () => {
    const { oneStop, faults } = server.emulator.world;
    const killed = killedAtAnswer();
    sent = await submit();
    await killed;
    // The paper is there, and the server died before it knew.
    expect([oneStop.papers.size, oneStop.dossiers.size]).toEqual([1, 0]);
    await server.inside(asIfLater);
    faults.add({ endpoint: 'one-stop/dossiers', kind: 'answer-lost', times: 1 });
    await server.start();
    while (oneStop.dossiers.size === 0) await wait(5);
    await server.kill();
    await server.inside(asIfLater);
    await server.start();
    while ((await read()).acknowledgements.registeredAt === null) await wait(50);
    const there = oneStop.dossiers.get(sent.dossierId);
    expect([there?.registrations, there?.given, oneStop.papers.size]).toEqual([1, [1, 1], 1]);
    expect(there?.files).toEqual(sent.files.map(({ sha256 }) => ({ id: expect.any(String) as string, sha256 })));
    expect(there?.content['receipt']).toEqual(sent);
    const inbox = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications?limit=100');
    expect(inbox.body.items.filter(({ path }) => path === `/ho-so/${sent.dossierId}`)).toHaveLength(1);
  },
  4 * A_START,
);

/** So many dossiers like the one that was sent, accepted, and late since yesterday. */
const makeLate = (db: Database): Promise<unknown> =>
  db.tx(async (tx) => {
    await tx.query('create temporary table one as select * from dossiers where id = $1', [sent.dossierId]);
    for (let number = 1; number <= LATE; number += 1) {
      await tx.query(
        `update one set id = $1, draft_id = $2, code = $3, state = 'accepted', accepted_on = '2026-01-05',
                        working_days = 1, due_date = '2026-01-06'`,
        [randomUUID(), randomUUID(), `000.00.00.H53-260105-${String(number).padStart(4, '0')}`],
      );
      await tx.query('insert into dossiers select * from one');
    }
  });

test(
  'killed while it writes letters of apology and tells people: each letter once, nobody forgotten',
  async () => {
    const anhInZalo = server.emulator.world.people.get('anh');
    const told = () => (anhInZalo?.messages ?? []).filter(({ text }) => text.includes('chúng tôi trễ hẹn với bạn'));
    await server.kill();
    await server.inside(async (db) => {
      await makeLate(db);
      await asIfLater(db);
    });
    await server.start();
    // In the middle: some are told by Zalo, others only written, others not even that.
    while (told().length === 0) await wait(5);
    await server.kill();
    await server.inside(asIfLater);
    await server.start();
    // Four at once were under way: those may have reached Zalo, and are not sent a second time.
    while (new Set(told().map(({ text }) => text)).size < LATE - 4) await wait(100);
    await server.kill();
    const texts = told().map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    await server.inside(async (db) => {
      const { rows: letters } = await db.query<{ letters: number; notices: number }>(
        `select (select count(*) from apologies a where a.dossier_id = d.id) as letters,
                (select count(*) from apologies a join notifications n on n.key = 'apology:' || a.id
                  where a.dossier_id = d.id) as notices
           from dossiers d where due_date = '2026-01-06'`,
      );
      expect(letters).toEqual(Array.from({ length: LATE }, () => ({ letters: 1, notices: 1 })));
    });
  },
  4 * A_START,
);
