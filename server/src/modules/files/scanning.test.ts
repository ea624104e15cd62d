import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minutes, seconds } from '#core/clock';
import { citizenPhone, listen, sendPaper, startDraft } from '../../../test/support/birth-draft.ts';
import { EICAR, startEmulatedClamd, type EmulatedClamd } from '../../../test/support/emulated-clamd.ts';
import { potholeReport, reportDesk, sendReport } from '../../../test/support/field-report.ts';
import { pdf, smallJpeg } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

describe.each(databaseKinds)('papers shown to clamd, on %s', (kind) => {
  let clamd: EmulatedClamd;
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let draft: Schemas['Draft'];

  beforeAll(async () => {
    clamd = await startEmulatedClamd();
    const env = { CLAMD_URL: clamd.url, CLAMD_TIMEOUT_MS: '150', RATE_LIMIT_FACTOR: '100' };
    server = await buildTestServer({ kind, env });
    url = await listen(server);
    anh = await citizenPhone(server, 'anh');
    draft = await startDraft(anh);
  });
  afterAll(async () => {
    await server.close();
    await clamd.stop();
  });

  const send = (mark: string) =>
    sendPaper(url, anh, { draftId: draft.id, bytes: pdf({ before: `% ${mark}\n` }), name: 'Giấy của Ánh.pdf' });
  const quarantined = () => readdir(join(server.deps.settings.DATA_DIR, 'quarantine'));
  async function fileOf(id: string): Promise<Schemas['DraftFile'] | undefined> {
    const { body } = await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`);
    return body.files.find((file) => file.id === id);
  }

  test('a clean one is ready', async () => {
    const id = await send('clean');
    await server.deps.jobs.drain();
    expect(await fileOf(id)).toMatchObject({ state: 'ready', delayed: false });
    expect(clamd.asked).toEqual([pdf({ before: '% clean\n' }).length]);
  });

  test('malware is refused in words; its bytes go; the log has the threat’s name and nothing of the person', async () => {
    const before = server.logLines.length;
    const id = await send(EICAR);
    await server.deps.jobs.drain();
    const file = await fileOf(id);
    expect(file).toMatchObject({ state: 'refused', refusal: { code: 'malware' }, sha256: null });
    expect(file?.refusal?.message).toContain('phần mềm độc hại');
    expect(await quarantined()).not.toContain(id);
    const lines = server.logLines.slice(before).filter((line) => line.includes('Eicar-Test-Signature'));
    expect(lines).toHaveLength(1);
    for (const secret of ['Ánh', '072188000001', draft.id, EICAR]) expect(lines[0]).not.toContain(secret);
  });

  test.each(['silent', 'failing', 'hanging-up', 'raving'] as const)(
    'clamd is %s for an hour: the file waits, its owner can read so, and then it is ready',
    async (mood) => {
      clamd.mood = mood;
      const id = await send(mood);
      for (let passed = 0; passed < 60; passed += 12) {
        await server.deps.jobs.drain();
        server.clock.advance(minutes(12));
      }
      anh = await citizenPhone(server, 'anh');
      expect(await fileOf(id)).toMatchObject({ state: 'checking', delayed: true, refusal: null });
      expect(await quarantined()).toContain(id);
      clamd.mood = 'well';
      await server.deps.jobs.drain();
      expect(await fileOf(id)).toMatchObject({ state: 'ready', delayed: false });
    },
    30_000,
  );

  test('down: tried again every half minute, without ever giving up', async () => {
    await clamd.stop();
    const id = await send('down');
    expect(await server.deps.jobs.drain()).toBe(1);
    expect(await server.deps.jobs.drain()).toBe(0);
    for (let tries = 0; tries < 20; tries += 1) {
      server.clock.advance(seconds(30));
      expect(await server.deps.jobs.drain()).toBe(1);
    }
    expect(await fileOf(id)).toMatchObject({ state: 'checking', delayed: true });
    await clamd.start();
    server.clock.advance(seconds(30));
    await server.deps.jobs.drain();
    expect((await fileOf(id))?.state).toBe('ready');
    const { rows } = await server.deps.db.query<{ count: number }>(`select count(*)::int as count from jobs`);
    expect(rows[0]?.count).toBe(0);
  });

  test('silent while an office hands in a photo: it is asked to come back, and nothing of it is kept', async () => {
    const { body } = await sendReport(anh, potholeReport());
    clamd.mood = 'silent';
    const { after } = reportDesk(server);
    const put = await after(body.code, smallJpeg);
    clamd.mood = 'well';
    expect([put.status, put.body.code, put.headers['retry-after']]).toEqual([503, 'server-busy', '30']);
    expect((await after(body.code, smallJpeg)).status).toBe(200);
  });

  test('how often it was clean, found something or was silent is counted', async () => {
    const text = await server.deps.metrics.registry.getSingleMetricAsString('file_scans_total');
    for (const outcome of ['clean', 'threat', 'silent'])
      expect(text).toMatch(new RegExp(`outcome="${outcome}"} [1-9]`));
  });
});
