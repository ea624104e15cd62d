import type { DossierState } from '@dvc/contract';
import { days, hours, later } from '../../src/core/clock.ts';
import { asOffice } from '../support/ask-and-book.ts';
import { reportDesk } from '../support/field-report.ts';
import { pdf } from '../support/sample-papers.ts';
import { TEST_INTEGRATION_KEY } from '../support/test-server.ts';
import { refundSomething } from './money-acts.ts';
import { expectStatus } from './steps.ts';
import { newId, type SimulatedWorld } from './world.ts';

const BY = 'Phường Tân Ninh';

async function handIn({ server }: SimulatedWorld, code: string): Promise<number> {
  const about = new URLSearchParams({ by: BY, title: 'Giấy khai sinh' }).toString();
  const { statusCode } = await server.app.inject({
    method: 'POST',
    url: `/integration/dossiers/${code}/results?${about}`,
    headers: {
      authorization: `Bearer ${TEST_INTEGRATION_KEY}`,
      'idempotency-key': newId(),
      'content-type': 'application/pdf',
    },
    payload: pdf({ before: `% ${code}\n` }),
  });
  return statusCode;
}

/** One step of one dossier. What waits for a citizen waits three days, then the office goes on without. */
async function moveDossier(world: SimulatedWorld, code: string, state: DossierState): Promise<void> {
  const { server, random } = world;
  const mood = random.next();
  if (state === 'accepted' && mood < 0.3) {
    const items = [{ kind: 'paper', about: 'Giấy chứng sinh', reason: 'Ảnh bị mờ.' }];
    const { status } = await asOffice(server, 'POST', `/dossiers/${code}/supplement-requests`, { by: BY, items });
    return void expectStatus(world, 'supplement asked', status, [200]);
  }
  if (state === 'accepted' && mood < 0.6) {
    const fee = { to: 'paymentRequired', by: BY, note: 'Bản sao thêm', fee: { amountVnd: 8000 } };
    const { status } = await asOffice(server, 'POST', `/dossiers/${code}/transitions`, fee);
    return void expectStatus(world, 'fee asked', status, [200]);
  }
  if (state === 'processing' && mood < 0.8)
    return void expectStatus(world, 'result handed in', await handIn(world, code), [200, 201]);
  const to = state === 'submitted' ? 'accepted' : state === 'processing' ? 'completed' : 'processing';
  const { status } = await asOffice(server, 'POST', `/dossiers/${code}/transitions`, { to, by: BY });
  expectStatus(world, `dossier ${to}`, status, [200]);
}

async function moveDossiers(world: SimulatedWorld): Promise<void> {
  const { rows } = await world.server.deps.db.query<{ code: string; state: DossierState }>(
    `select code, state from dossiers where state in ('submitted', 'accepted', 'processing')
        or (state in ('supplementRequired', 'paymentRequired') and changed_at < $1) order by changed_at limit 6`,
    [later(world.now(), -days(3))],
  );
  for (const { code, state } of rows) if (world.random.chance(0.7)) await moveDossier(world, code, state);
}

async function moveReports(world: SimulatedWorld): Promise<void> {
  const { server, random } = world;
  const desk = reportDesk(server);
  const { rows } = await server.deps.db.query<{ code: string; state: string }>(
    `select code, state from reports where account_id is not null and state in ('received', 'reopened', 'inProgress')
      order by changed_at limit 3`,
  );
  for (const { code, state } of rows) {
    if (random.chance(0.3)) continue;
    const isAsked = state === 'received' && random.chance(0.3);
    const to = state === 'inProgress' ? 'resolved' : isAsked ? 'clarifying' : 'inProgress';
    const note = { resolved: 'Đã vá xong.', clarifying: 'Ở đoạn nào?', inProgress: undefined }[to];
    const { status } = await desk.move(code, to, note);
    expectStatus(world, `report ${to}`, status, [200]);
  }
}

async function decideOnShops(world: SimulatedWorld): Promise<void> {
  const { rows } = await world.server.deps.db.query<{ code: string }>(
    `select code from stores where state = 'submitted' order by changed_at, id limit 2`,
  );
  for (const { code } of rows) {
    const by = 'Ủy ban nhân dân phường';
    const isRefused = world.random.chance(0.2);
    const decision = isRefused ? { to: 'refused', by, note: 'Tiệm không còn ở đây.' } : { to: 'approved', by };
    const { status } = await asOffice(world.server, 'POST', `/stores/${code}/decisions`, decision);
    expectStatus(world, isRefused ? 'shop refused' : 'shop approved', status, [200]);
  }
}

async function answerQuestions(world: SimulatedWorld): Promise<void> {
  const { server, random } = world;
  const { rows } = await server.deps.db.query<{ code: string }>(
    `select code from questions where state = 'sent' and account_id is not null order by sent_at limit 2`,
  );
  for (const { code } of rows) {
    if (random.chance(0.3)) {
      const asked = { by: 'Sở Tư pháp', text: 'Bạn đang ở đâu?' };
      const { status } = await asOffice(server, 'POST', `/questions/${code}/clarification-request`, asked);
      expectStatus(world, 'question asked back', status, [200]);
      continue;
    }
    const answer = { outcome: 'answered', by: 'Sở Tư pháp', text: 'Nộp ở phường nơi bạn ở.' };
    const { status } = await asOffice(server, 'POST', `/questions/${code}/answer`, answer);
    expectStatus(world, 'question answered', status, [200]);
  }
}

async function publishNews(world: SimulatedWorld): Promise<void> {
  const text = { title: 'Mưa lớn', summary: 'Mưa đến sáng mai.', html: '<p>Nước lên nhanh.</p>', topic: 'an-toan' };
  const alertUntil = later(world.now(), hours(6)).toISOString();
  const article = { ...text, author: 'Tòa soạn', ...(world.random.chance(0.5) ? { alertUntil } : {}) };
  const { status } = await asOffice(world.server, 'PUT', `/news/${newId()}`, article);
  expectStatus(world, 'news published', status, [200, 201]);
}

/** What offices do in an hour: what waits longest moves a step. */
export async function officeHour(world: SimulatedWorld): Promise<void> {
  await moveDossiers(world);
  await moveReports(world);
  await decideOnShops(world);
  await answerQuestions(world);
  if (world.random.chance(0.3)) await refundSomething(world);
  if (world.random.chance(0.2)) await publishNews(world);
  if (world.random.chance(0.1)) await world.late.shift()?.();
}
