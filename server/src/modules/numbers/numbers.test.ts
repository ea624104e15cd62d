import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeHistory } from '../../../test/support/number-history.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

const BIRTH = '1.001193';
const office = { headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}` } };

describe.each(databaseKinds)('numbers on %s', (kind) => {
  let server: TestServer;
  /** The hourly work. */
  let publish: () => Promise<void>;

  beforeAll(async () => {
    server = await buildTestServer({
      kind,
      beforeModules(deps) {
        const { jobs } = deps;
        const every: typeof jobs.every = (name, _, run) => {
          if (name === 'publish-numbers') publish = run;
        };
        deps.jobs = { ...jobs, every };
      },
    });
  });
  afterAll(() => server.close());

  const at = (moment: string): void => server.clock.set(new Date(moment));
  const send = async (counts: object[], batch: string = randomUUID()) =>
    server.phone('anh').call('POST', '/number-counts', { body: { batch, counts } });
  const counted = async (): Promise<Record<string, number>> => {
    const { rows } = await server.deps.db.query<{ name: string; times: number }>(
      `select step || ' ' || procedure_code as name, sum(times)::bigint as times from number_counts group by 1`,
    );
    return Object.fromEntries(rows.map(({ name, times }) => [name.trim(), times]));
  };
  const numbers = async (): Promise<Schemas['Numbers']> =>
    (await server.phone('anh').call<Schemas['Numbers']>('GET', '/numbers')).body;
  const shareOf = ({ shares }: Schemas['Numbers'], id: string) => shares.find((share) => share.id === id);

  test('before any week is over there is nothing to tell', async () => {
    expect(await numbers()).toMatchObject({ weeks: [], people: { users: null }, funnels: [], sample: false });
  });

  test('a batch counts once, however often it comes; another counts again', async () => {
    at('2026-11-10T03:00:00Z');
    const batch = randomUUID();
    const counts = [
      { step: 'opened', times: 2 },
      { step: 'fill', procedureCode: BIRTH, times: 1 },
      { step: 'fill', procedureCode: BIRTH, times: 1 },
    ];
    const answers = await Promise.all([send(counts, batch), send(counts, batch), send(counts, batch), send(counts)]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect((await send(counts, batch)).status).toBe(204);
    expect(await counted()).toEqual({ opened: 4, [`fill ${BIRTH}`]: 4 });
  });

  test.each([
    ['a name of its own', [{ step: 'Nguyễn Văn An 0900000001', times: 1 }]],
    ['a procedure that does not exist', [{ step: 'fill', procedureCode: '9.999999', times: 1 }]],
    ['a step of no procedure', [{ step: 'fill', times: 1 }]],
    ['an opening about a procedure', [{ step: 'opened', procedureCode: BIRTH, times: 1 }]],
    ['a large number', [{ step: 'opened', times: 21 }]],
    ['less than nothing', [{ step: 'opened', times: -1 }]],
    ['half', [{ step: 'opened', times: 0.5 }]],
    ['what only a counter may tell', [{ step: 'counter', times: 1 }]],
    ['something besides', [{ step: 'opened', times: 1, phone: '0900000001' }]],
    ['nothing', []],
    ['too much', Array.from({ length: 41 }, () => ({ step: 'opened', times: 1 }))],
    [
      'one good and one bad',
      [
        { step: 'opened', times: 1 },
        { step: 'sent', procedureCode: '0.000000', times: 1 },
      ],
    ],
  ])('a batch with %s is refused whole', async (_, counts) => {
    const before = await counted();
    expect([400, 422]).toContain((await send(counts)).status);
    expect(await counted()).toEqual(before);
  });

  test('a batch key that is no random id is refused, and so is a flood', async () => {
    expect((await send([{ step: 'opened', times: 1 }], '0900000001')).status).toBe(400);
    at('2026-11-11T03:00:00Z');
    const before = (await counted())['opened'] ?? 0;
    const statuses: number[] = [];
    for (let index = 0; index < 310; index += 1) statuses.push((await send([{ step: 'opened', times: 1 }])).status);
    expect(statuses.filter((status) => status === 429).length).toBe(10);
    expect((await counted())['opened']).toBe(before + 300);
  });

  test('a history made by hand comes to these numbers', async () => {
    at('2026-11-12T03:00:00Z');
    const sentAt = '2026-11-09T02:00:00Z';
    await writeHistory(server.deps.db, {
      people: [
        // Their 46th birthday is the last day of the week, and the day after.
        { count: 12, birthDate: '1980-11-15' },
        { count: 13, birthDate: '1980-11-16' },
        { count: 11, birthDate: null },
      ],
      dossiers: [
        // On the promised day still, a minute to midnight in Việt Nam.
        {
          ...{ count: 12, sentAt, filling: 10, reused: true, doneAt: '2026-11-13T16:59:00Z', dueDate: '2026-11-13' },
          ...{ hasResult: true, fee: 'online', supplements: 1, score: 4 },
        },
        // A minute later it is the next day.
        {
          ...{ count: 10, sentAt, filling: 11, reused: true, doneAt: '2026-11-13T17:00:00Z', dueDate: '2026-11-13' },
          ...{ hasResult: true, fee: 'online', score: 3 },
        },
        // In time, but asked twice: late after decision 766.
        {
          ...{
            count: 10,
            sentAt,
            filling: 2000,
            doneAt: '2026-11-12T02:00:00Z',
            dueDate: '2026-12-30',
            supplements: 2,
          },
          ...{ fee: 'counter', score: 2 },
        },
        // The first moment of the week is in it; the one before, and the first after it, are not.
        { count: 10, sentAt: '2026-11-08T17:00:00Z' },
        { count: 10, sentAt: '2026-11-08T16:59:59Z' },
        { count: 1, sentAt: '2026-11-15T17:00:00Z' },
      ],
      reports: [
        { count: 20, resolvedAt: '2026-11-11T02:00:00Z', resolveBy: '2026-11-11' },
        { count: 10, resolvedAt: '2026-11-11T17:00:00Z', resolveBy: '2026-11-11' },
      ],
    });
    const put = (day: string, received: number) =>
      server.phone('anh').call('PUT', `/integration/numbers/counter/${day}`, { ...office, body: { received } });
    expect((await put('2026-11-10', 5)).status).toBe(204);
    expect((await put('2026-11-10', 30)).status).toBe(204);
    expect((await put('2026-11-11', 28)).status).toBe(204);
    expect((await put('2026-11-13', 9)).body).toMatchObject({ code: 'transition-refused' });

    at('2026-11-17T16:00:00Z');
    await publish();
    const earlier = { from: '2026-11-02', to: '2026-11-08', visits: 0, dossiers: 10, finished: 0 };
    expect((await numbers()).weeks).toEqual([earlier]);
    at('2026-11-17T18:00:00Z');
    await publish();
    const told = await numbers();
    expect(told.weeks).toEqual([
      earlier,
      { from: '2026-11-09', to: '2026-11-15', visits: 304, dossiers: 42, finished: 32 },
    ]);
    expect(told.people).toEqual({ users: 36, over45: 12, ageKnown: 25 });
    expect(shareOf(told, 'onTime')).toEqual({ id: 'onTime', part: 12, whole: 32, target: null });
    expect(shareOf(told, 'online')).toEqual({ id: 'online', part: 42, whole: 100, target: 0.5 });
    expect(shareOf(told, 'paidOnline')).toEqual({ id: 'paidOnline', part: 22, whole: 32, target: 0.8 });
    expect(shareOf(told, 'digitised')).toEqual({ id: 'digitised', part: 22, whole: 32, target: 0.8 });
    expect(shareOf(told, 'reused')).toEqual({ id: 'reused', part: 22, whole: 52, target: 0.8 });
    expect(shareOf(told, 'satisfied')).toEqual({ id: 'satisfied', part: 12, whole: 32, target: 0.9 });
    expect(shareOf(told, 'reportsOnTime')).toEqual({ id: 'reportsOnTime', part: 20, whole: 30, target: null });
    expect(shareOf(told, 'offered')).toMatchObject({ part: 12, whole: 12 });
    expect(told.filling).toEqual([
      { id: 'within10Minutes', count: 12 },
      { id: 'within30Minutes', count: 10 },
      { id: 'withinHour', count: 0 },
      { id: 'withinDay', count: 0 },
      { id: 'longer', count: 10 },
    ]);
    expect(told.processing.find(({ id }) => id === 'within7Days')?.count).toBe(22);
  });

  test('what is published never changes, and what it was made of is forgotten', async () => {
    const before = await numbers();
    await server.deps.db.query(`update dossiers set supplements = 5, reused = false`);
    at('2026-11-18T18:00:00Z');
    await publish();
    expect(await numbers()).toEqual(before);
    expect(await counted()).toEqual({});
    const late = { ...office, body: { received: 99 } };
    expect((await server.phone('anh').call('PUT', '/integration/numbers/counter/2026-11-10', late)).status).toBe(409);
  });

  test('a week with one dossier and nine visits says neither, and a week later both are counted', async () => {
    for (let times = 0; times < 3; times += 1) await send([{ step: 'opened', times: 3 }]);
    at('2026-11-25T18:00:00Z');
    await publish();
    expect((await numbers()).weeks.at(-1)).toMatchObject({
      from: '2026-11-16',
      visits: null,
      dossiers: null,
      finished: 0,
    });
    await send([{ step: 'opened', times: 20 }]);
    await writeHistory(server.deps.db, {
      people: [{ count: 1, birthDate: '1950-01-01' }],
      dossiers: [{ count: 12, sentAt: '2026-11-24T02:00:00Z' }],
      reports: [],
    });
    at('2026-12-02T18:00:00Z');
    await publish();
    const told = await numbers();
    expect(told.weeks.at(-1)).toMatchObject({ from: '2026-11-23', visits: 29, dossiers: 13 });
    // Thirteen turned 46 on the Monday after the first week. The one who came since is nobody's business.
    expect(told.people).toEqual({ users: 36, over45: 25, ageKnown: 25 });
  });

  test('the table and the metrics say the same numbers, and no more', async () => {
    const { text, headers } = await server.phone('anh').call('GET', '/numbers/so-lieu.csv');
    expect(headers['content-type']).toContain('text/csv');
    const lines = text.trim().split('\r\n');
    expect(lines[0]).toBe('measure,about,count,sample');
    expect(lines).toContain('visits,2026-11-23,29,0');
    expect(lines).toContain('visits,2026-11-16,,0');
    expect(lines).toContain('share-onTime-part,,12,0');
    const { text: metrics } = await server.phone('anh').call('GET', '/metrics', office);
    expect(metrics).toContain('published_numbers{measure="visits",about="2026-11-23"} 29');
    expect(metrics).not.toContain('published_numbers{measure="visits",about="2026-11-16"}');
  });

  test('no row of the numbers could hold a person, a phone, or a time of day', async () => {
    const { rows } = await server.deps.db.query<{ table_name: string; column_name: string; data_type: string }>(
      `select table_name, column_name, data_type from information_schema.columns
        where table_name like 'number\\_%' and table_schema = 'public' order by 1, 2`,
    );
    // A new column must be thought about, and written here.
    expect(rows.map(({ table_name, column_name, data_type }) => `${table_name}.${column_name} ${data_type}`)).toEqual([
      'number_batches.batch_hash text',
      'number_batches.day date',
      'number_counts.day date',
      'number_counts.procedure_code text',
      'number_counts.step text',
      'number_counts.times bigint',
      'number_weeks.closed_at timestamp with time zone',
      'number_weeks.published text',
      'number_weeks.sample boolean',
      'number_weeks.waiting text',
      'number_weeks.week date',
    ]);
    const { rows: ties } = await server.deps.db.query(
      `select conname from pg_constraint where contype = 'f' and conrelid::regclass::text like 'number\\_%'`,
    );
    expect(ties).toEqual([]);
    const { rows: kept } = await server.deps.db.query<{ text: string }>(
      `select published || waiting as text from number_weeks`,
    );
    for (const { text } of kept) expect(text).toMatch(/^[{}":,\w. -]*$/);
    const { count } = await server.deps.db.query('select from number_batches where day < $1', ['2026-12-01']);
    expect(count).toBe(0);
  });
});

test('sample numbers are those of the province’s file, and say so', async () => {
  const server = await buildTestServer({ env: { SAMPLE_DATA: 'on' } });
  try {
    const { body } = await server.phone('anh').call<Schemas['Numbers']>('GET', '/numbers');
    expect(body.sample).toBe(true);
    expect(body.weeks).toHaveLength(12);
    expect(body.funnels[0]).toMatchObject({ procedureCode: BIRTH, name: 'Làm giấy khai sinh' });
    const counts = [body.filling, body.processing, body.ratings].flat().map(({ count }) => count);
    expect(counts.every((count) => count === 0 || count >= body.smallest)).toBe(true);
  } finally {
    await server.close();
  }
});
