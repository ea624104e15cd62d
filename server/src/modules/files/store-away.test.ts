import { OBJECT_STORE, startObjectStore } from '@dvc/emulator/src/object-store.ts';
import type { Schemas } from '@dvc/contract';
import { expect, test } from 'vitest';
import { minutes } from '#core/clock';
import { citizenPhone, listen, sendPaper, startDraft } from '../../../test/support/birth-draft.ts';
import { pdf } from '../../../test/support/sample-papers.ts';
import { buildTestServer } from '../../../test/support/test-server.ts';

test('the object store is away for an hour: a paper waits, is not refused, and is ready when it is back', async () => {
  const objects = await startObjectStore();
  const { bucket, key, secret } = OBJECT_STORE;
  const env = { S3_URL: objects.url, S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secret };
  const server = await buildTestServer({ env });
  try {
    const url = await listen(server);
    let anh = await citizenPhone(server, 'anh');
    const draft = await startDraft(anh);
    const fileOf = async (id: string) =>
      (await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`)).body.files.find((file) => file.id === id);
    const bytes = pdf({ before: '% kept\n' });

    objects.goAway(true);
    const id = await sendPaper(url, anh, { draftId: draft.id, bytes });
    for (let passed = 0; passed < 60; passed += 10) {
      await server.deps.jobs.drain();
      server.clock.advance(minutes(10));
    }
    anh = await citizenPhone(server, 'anh');
    expect(await fileOf(id)).toMatchObject({ state: 'checking', refusal: null });

    objects.goAway(false);
    await server.deps.jobs.drain();
    expect(await fileOf(id)).toMatchObject({ state: 'ready' });
    expect([...objects.objects.values()].some((kept) => kept.equals(bytes))).toBe(true);

    objects.goAway(true);
    const busy = await anh.call('GET', `/files/${id}/content`);
    expect([busy.status, busy.body.code]).toEqual([503, 'server-busy']);
    objects.goAway(false);

    // It gives other bytes back: nobody is shown them.
    const [path = ''] = [...objects.objects].find(([, kept]) => kept.equals(bytes)) ?? [];
    objects.objects.set(path, Buffer.alloc(bytes.length, 'x'));
    const other = await anh.call('GET', `/files/${id}/content`);
    expect([other.status, other.body.code]).toEqual([503, 'server-busy']);

    // It is gone: people are asked to come back, whoever runs the server reads why.
    objects.objects.delete(path);
    const gone = await anh.call('GET', `/files/${id}/content`);
    expect([gone.status, gone.body.code]).toEqual([503, 'server-busy']);
    const why = server.logLines.find((line) => line.includes('has lost what it was given'));
    expect(why).toContain('"level":"error"');

    // It says that it has what it has not: the paper waits, as if it were away.
    objects.pretend(true);
    const second = await sendPaper(url, anh, { draftId: draft.id, bytes: pdf({ before: '% second\n' }) });
    await server.deps.jobs.drain();
    expect(await fileOf(second)).toMatchObject({ state: 'checking' });
    objects.pretend(false);
    server.clock.advance(minutes(1));
    await server.deps.jobs.drain();
    expect(await fileOf(second)).toMatchObject({ state: 'ready' });
  } finally {
    await server.close();
    await objects.close();
  }
}, 90_000);
