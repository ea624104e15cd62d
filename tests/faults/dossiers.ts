import { createHash } from 'node:crypto';
import { pdf } from '../../server/test/support/sample-papers.ts';
import { live, type Plan } from './citizen.ts';
import { drawFaults } from './fault.ts';
import type { Hand } from './form.ts';
import type { Kind, Trial, Verdict } from './kind.ts';
import { lookAfter } from './look-after.ts';
import { count, createMemory, type Memory } from './memory.ts';
import { createPhone, onPhone, reopenMs, type Phone } from './phone.ts';
import { createRandom, type Random } from './random.ts';
import { auditBy, bindPhones, countStrikes, takeCourse, type Question } from './strikes.ts';

/** Faults strike among the first exchanges; a trial without faults has about thirty. */
const exchangesWithFaults = 45;
const mostFaults = 7;

bindPhones();

function drawPlan(random: Random, hands: readonly Hand[]): Plan {
  const both = hands.length === 2;
  return {
    changes: { a: random.whole(1, 6), b: both ? random.whole(1, 4) : 0 },
    sends: { a: random.chance(0.85), b: both && random.chance(0.3) },
    taps: random.oneOf([1, 1, 1, 2, 3]),
  };
}

function photograph(random: Random, hand: Hand, n: number): Memory['papers'][number] {
  const size = random.oneOf([900, 1_500, 3_000, 3_000, 40_000, 300_000, 600_000]);
  const padding = Array.from({ length: 40 }, () => random.whole(0, 0xffffffff).toString(16)).join('');
  const bytes = pdf({ before: `% ${padding.repeat(Math.ceil(size / padding.length)).slice(0, size)}\n` });
  return { hand, name: `${hand}${n}.pdf`, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** One trial: somebody with one phone or two, and everything that goes wrong on the way. */
async function run(trial: Trial): Promise<Verdict> {
  const random = createRandom(trial.seed, trial.number);
  const hands: readonly Hand[] = random.chance(0.3) ? ['a', 'b'] : ['a'];
  const plan = drawPlan(random, hands);
  const faults = drawFaults(random, { most: mostFaults, within: exchangesWithFaults });
  const memory = createMemory();
  for (const hand of hands) {
    const papers = hand === 'a' ? random.whole(1, 2) : random.whole(0, 1);
    for (let n = 1; n <= papers; n += 1) memory.papers.push(photograph(random, hand, n));
  }
  const strikes = countStrikes(trial, faults);
  const { nextFault, killServer } = strikes;
  const phones: Phone[] = [];

  /** One hand, life after life, until what it came for is done. */
  async function handLives(hand: Hand): Promise<void> {
    const index = hand === 'a' ? 0 : 1;
    const own = createRandom(trial.seed, trial.number, hand);
    for (;;) {
      const onDeath = (): void => count(memory, 'tabs killed');
      const tell = (line: string): void => {
        trial.tell(`${hand}  ${line}`);
        memory.trace = [...memory.trace.slice(-19), `${hand}  ${line}`];
      };
      const line = trial.lines[index];
      const serverIsDown = trial.isDown;
      const parts = { token: trial.citizen.tokens[index], line, nextFault, killServer, serverIsDown, tell, onDeath };
      const phone = createPhone(parts);
      phones.push(phone);
      const done = onPhone(phone, () => live({ hand, plan, phone, memory, random: own }).then(() => true));
      if (await Promise.race([done, phone.dead.then(() => false)])) {
        phone.isDead = true;
        return;
      }
      await new Promise((settle) => setTimeout(settle, reopenMs));
    }
  }

  await takeCourse(trial, memory.found, {
    lives: () => Promise.all(hands.map(handLives)),
    stuckAt() {
      const screens = Object.entries(memory.screens).map(([hand, screen]) => `${hand}: ${screen()}`);
      const lines = [`after ${strikes.exchanges()} exchanges`, memory.lastRefusal ?? 'nothing was refused', ...screens];
      return [...lines, ...memory.trace].join('\n      ');
    },
    async look() {
      for (const phone of phones) phone.isDead = true;
      await lookAfter(trial, memory);
    },
  });
  count(memory, 'exchanges', strikes.exchanges());
  count(memory, 'dossiers', memory.arrived.size);
  count(memory, 'files', memory.ready.size);
  if (hands.length === 2) count(memory, 'with two phones');
  const { struck, killedAt } = strikes;
  return { found: memory.found, struck, killedAt, did: memory.did };
}

const questions: readonly Question[] = [
  [
    'duplicated',
    'drafts that became two dossiers',
    'select draft_id from dossiers group by draft_id having count(*) > 1',
  ],
  ['lost', 'dossiers without a receipt', `select id from dossiers where receipt = ''`],
  [
    'duplicated',
    'dossiers without exactly one notice',
    `select d.id from dossiers d
       left join notifications n on n.key like 'dossier:%' and split_part(n.key, ':', 2) = d.id::text
      group by d.id having count(n.id) <> 1`,
  ],
  [
    'lost',
    'numbers given out without a dossier',
    `select 1 from dossier_numbers n where n.last <> (select count(*) from dossiers)`,
  ],
  [
    'lost',
    'files of nothing',
    `select f.id from files f where f.dossier_id is null and not exists (select 1 from drafts d where d.id = f.draft_id)`,
  ],
];

export const kind: Kind = { run, audit: auditBy(questions) };
