import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { citizenPhone, listen, startDraft, uploadMetadata } from '../../../test/support/birth-draft.ts';
import { hashOf, pdf } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { idIn, sendByTus } from '../../../test/support/tus-phone.ts';

describe.each(databaseKinds)('an announcement repeated, on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let draft: Schemas['Draft'];

  beforeAll(async () => {
    server = await buildTestServer({ kind });
    url = await listen(server);
    anh = await citizenPhone(server, 'anh');
  });
  beforeEach(async () => {
    draft = await startDraft(anh);
  });
  afterAll(() => server.close());

  const send = async (bytes: Buffer, sha256?: string): Promise<string> =>
    idIn(
      await sendByTus({
        url,
        token: anh.token ?? '',
        draftId: draft.id,
        bytes,
        ...(sha256 === undefined ? {} : { sha256 }),
      }),
    );
  async function announce(bytes: Buffer): Promise<string> {
    const headers = {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': uploadMetadata({ draftId: draft.id, bytes }),
    };
    const answer = await anh.call('POST', '/files', { headers });
    return idIn(String(answer.headers['location']));
  }
  async function files(): Promise<Schemas['DraftFile'][]> {
    return (await anh.call<Schemas['Draft']>('GET', `/drafts/${draft.id}`)).body.files;
  }

  test('late, when the file has arrived by its repetition: no second file, nothing unfinished', async () => {
    const bytes = pdf({ before: '% late\n' });
    const id = await send(bytes);
    expect(await announce(bytes)).toBe(id);
    await server.deps.jobs.drain();
    expect(await announce(bytes)).toBe(id);
    expect(await files()).toMatchObject([{ id, state: 'ready', sha256: hashOf(bytes) }]);
  });

  test('and sent again by a phone that knows nothing of it: the same file', async () => {
    const bytes = pdf({ before: '% again\n' });
    const id = await send(bytes);
    await server.deps.jobs.drain();
    expect(await send(bytes)).toBe(id);
    expect(await files()).toMatchObject([{ id, state: 'ready' }]);
  });

  test('what was refused may be sent anew', async () => {
    const bytes = Buffer.from('<html>no paper</html>');
    const refused = await send(bytes);
    await server.deps.jobs.drain();
    expect(await send(bytes)).not.toBe(refused);
  });
});
