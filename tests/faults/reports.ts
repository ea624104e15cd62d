import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { callOperation, isAppError } from '#api';
import type { Schemas } from '@dvc/contract';
import { pause } from '#lib/time-limit';
import { createOutbox, type Outbox } from '../../src/offline/outbox.ts';
import { createShelf, type ShelfPlace } from '../../src/offline/outbox-shelf.ts';
import type { ReportContent } from '../../src/pages/field-reports/report-content.ts';
import { reportKind } from '../../src/pages/field-reports/report-delivery.ts';
import { drawFaults } from './fault.ts';
import { ask } from './ask.ts';
import type { Found, Kind, Trial, Verdict } from './kind.ts';
import { createPhone, onPhone, reopenMs, type Phone } from './phone.ts';
import { createRandom, type Random } from './random.ts';
import { auditBy, bindPhones, countStrikes, takeCourse, type Question } from './strikes.ts';

const exchangesWithFaults = 25;
const mostFaults = 6;

bindPhones();

/** One report as the person means it. */
interface Meant {
  words: string;
  photos: File[];
}

/** What this person saw, whichever life of the app it was in. */
interface Witness {
  meant: Meant[];
  /** Words of what the screen said is kept on the phone. */
  kept: Set<string>;
  /** Words of what the screen said has arrived → code. */
  arrived: Map<string, string>;
  found: Found[];
  did: Record<string, number>;
}

const count = ({ did }: Witness, what: string, by = 1): void => {
  did[what] = (did[what] ?? 0) + by;
};

const base = sharp({ create: { width: 64, height: 48, channels: 3, background: '#777' } })
  .jpeg()
  .toBuffer();

/** A JPEG of its own: as large as drawn, by a comment that no decoder minds. */
async function photograph(random: Random, name: string): Promise<File> {
  const whole = await base;
  const size = random.oneOf([400, 3_000, 60_000]);
  const comment = Buffer.alloc(size, random.whole(0, 0xffffffff).toString(16));
  const head = Buffer.from([0xff, 0xfe, (size + 2) >> 8, (size + 2) & 0xff]);
  const bytes = Buffer.concat([whole.subarray(0, 2), head, comment, whole.subarray(2)]);
  return new File([bytes], name, { type: 'image/jpeg' });
}

/** What survives a killed tab: Zalo's store and the page's own. A dead phone writes nothing any more. */
function placeOf(store: Map<string, string>, phone: Phone): ShelfPlace {
  const never = (): Promise<never> => new Promise(() => undefined);
  return {
    storage: {
      keep(key, text) {
        if (phone.isDead) return never();
        store.set(key, text);
        return Promise.resolve('kept');
      },
      find: (key) => (phone.isDead ? never() : Promise.resolve(store.get(key))),
      drop(key) {
        if (phone.isDead) return never();
        store.delete(key);
        return Promise.resolve();
      },
    },
    witness: { read: () => store.get('witness'), write: (text) => void store.set('witness', text) },
  };
}

const contentOf = (words: string): ReportContent => ({
  ...{ category: 'o-ga-mat-duong', formVersion: '2026-11-26.1', answers: {}, words, hideName: false, sent: {} },
  ...{ place: { source: 'words', words: 'Chợ Long Hoa' }, writtenAt: '2026-11-25T03:00:00.000Z' },
});

/** Whether the server has it, as the person would see in their list; asked until it answers. */
async function serverHas(words: string): Promise<boolean> {
  for (;;) {
    try {
      return (await callOperation('listMyReports', {})).items.some((report) => report.words === words);
    } catch (error) {
      if (!isAppError(error)) throw error;
      await pause(1_000);
    }
  }
}

function watch(box: Outbox, witness: Witness): void {
  box.items.subscribe((items) => {
    for (const { title = '', state } of items) {
      if (state.state === 'arrived') witness.arrived.set(title, state.arrival.code);
      if (state.state === 'lost') witness.found.push({ finding: 'lost', detail: 'what the phone kept cannot be read' });
    }
  });
}

/** From opening the app until everything that was meant has arrived. */
async function live(phone: Phone, store: Map<string, string>, witness: Witness, random: Random): Promise<void> {
  const box = createOutbox({
    kinds: { report: () => Promise.resolve(reportKind) },
    readKeys: async () => (await callOperation('readOutboxKey')).keys,
    shelf: createShelf(placeOf(store, phone)),
  });
  phone.onOnline = () => void box.wake();
  watch(box, witness);
  await box.begin();
  for (const { words, photos } of witness.meant) {
    // A key first: what is handed in after that is kept.
    while (!(await box.prepare())) await pause(1_000);
    const here = box.items.get().some(({ title }) => title === words);
    if (here || witness.arrived.has(words) || (await serverHas(words))) continue;
    const item = await box.add(reportKind, { content: contentOf(words), files: photos });
    count(witness, 'handed in');
    if (item.kept === 'kept') witness.kept.add(words);
    if (random.chance(0.5)) await pause(random.whole(10, 3_000));
  }
  while (box.items.get().some(({ state }) => state.state !== 'arrived')) {
    const refused = box.items.get().find(({ state }) => state.state === 'refused');
    if (refused?.state.state === 'refused') {
      const { kind, code } = refused.state.error;
      witness.found.push({ finding: 'broken', detail: `refused: ${kind} ${String(code)}` });
      return;
    }
    await pause(1_000);
  }
}

/** Everything that was promised is there, once, with its photos. */
async function look(trial: Trial, witness: Witness): Promise<void> {
  const list = await ask(trial, '/my-reports?limit=50');
  const { items } = JSON.parse(list.bytes.toString()) as { items: Schemas['MyReportSummary'][] };
  const report = (finding: Found['finding'], detail: string): void => void witness.found.push({ finding, detail });
  for (const { words, photos } of witness.meant) {
    const there = items.filter((item) => item.words === words);
    if (there.length === 0) report('lost', `${words} is not there`);
    if (there.length > 1) report('duplicated', `${words} is there ${there.length} times`);
    for (const { id, code } of there) {
      const shown = witness.arrived.get(words);
      if (shown !== undefined && shown !== code) report('wrong-bytes', `${words} was called ${shown}, is ${code}`);
      const one = JSON.parse((await ask(trial, `/my-reports/${id}`)).bytes.toString()) as Schemas['MyReport'];
      const hashes = await Promise.all(
        photos.map(async (photo) =>
          createHash('sha256')
            .update(Buffer.from(await photo.arrayBuffer()))
            .digest('hex'),
        ),
      );
      const sent = one.files.map(({ announcedSha256 }) => announcedSha256 ?? '');
      if (sent.sort().join() !== hashes.sort().join()) report('wrong-bytes', `${words}: its photos are others`);
      count(witness, 'photos', one.files.length);
    }
    count(witness, 'reports', there.length);
  }
}

async function run(trial: Trial): Promise<Verdict> {
  const random = createRandom(trial.seed, trial.number);
  const faults = drawFaults(random, { most: mostFaults, within: exchangesWithFaults });
  const witness: Witness = { meant: [], kept: new Set(), arrived: new Map(), found: [], did: {} };
  const reports = random.whole(1, 3);
  for (let n = 1; n <= reports; n += 1) {
    const words = `Phản ánh ${String(n)} của ${String(trial.number)}`;
    const photos = Array.from({ length: random.whole(0, 2) }, (_, at) =>
      photograph(random, `${String(n)}-${String(at)}.jpg`),
    );
    witness.meant.push({ words, photos: await Promise.all(photos) });
  }
  const store = new Map<string, string>();
  const strikes = countStrikes(trial, faults);
  const { nextFault, killServer } = strikes;

  async function lives(): Promise<void> {
    for (;;) {
      const [token] = trial.citizen.tokens;
      const [line] = trial.lines;
      const onDeath = (): void => count(witness, 'tabs killed');
      const parts = { token, line, nextFault, killServer, serverIsDown: trial.isDown, tell: trial.tell, onDeath };
      const phone = createPhone(parts);
      const done = onPhone(phone, () => live(phone, store, witness, random).then(() => true));
      if (await Promise.race([done, phone.dead.then(() => false)])) {
        phone.isDead = true;
        return;
      }
      await new Promise((settle) => setTimeout(settle, reopenMs));
    }
  }

  await takeCourse(trial, witness.found, {
    lives,
    stuckAt: () => `after ${String(strikes.exchanges())} exchanges`,
    look: () => look(trial, witness),
  });
  count(witness, 'exchanges', strikes.exchanges());
  const { struck, killedAt } = strikes;
  return { found: witness.found, struck, killedAt, did: witness.did };
}

const questions: readonly Question[] = [
  [
    'duplicated',
    'reports of the same words',
    // The province's samples, which are nobody's, all say that they are samples.
    'select account_id, words from reports where account_id is not null group by account_id, words having count(*) > 1',
  ],
];

export const kind: Kind = { run, audit: auditBy(questions) };
