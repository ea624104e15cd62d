import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { citizenPhone, listen, startDraft, uploadMetadata } from '../../../test/support/birth-draft.ts';
import { pdf } from '../../../test/support/sample-papers.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

describe.each(databaseKinds)('uploads while the database is away, on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind });
    url = await listen(server);
    anh = await citizenPhone(server, 'anh');
  });
  afterAll(() => server.close());

  test('in the middle of a piece: a problem without inner words, and what arrived is kept', async () => {
    const bytes = pdf();
    const { id: draftId } = await startDraft(anh);
    const headers = { authorization: `Bearer ${anh.token ?? ''}`, 'tus-resumable': '1.0.0' };
    const metadata = uploadMetadata({ draftId, bytes, name: 'giấy.pdf' });
    const created = await fetch(`${url}/files`, {
      method: 'POST',
      headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
    });
    const place = `${url}${created.headers.get('location') ?? ''}`;
    const { db } = server.deps;
    const real = db.query.bind(db);
    const away = vi.spyOn(db, 'query').mockImplementation(async (text, values) => {
      if (!text.includes('set received')) return real(text, values);
      throw Object.assign(new Error('connect ECONNREFUSED 10.9.8.7:5432'), { code: 'ECONNREFUSED' });
    });
    const answer = await fetch(place, {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(bytes),
    }).finally(() => away.mockRestore());
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect([answer.status, JSON.parse(text)]).toMatchObject([503, { code: 'server-busy', status: 503 }]);
    expect(text).not.toContain('10.9.8.7');
    const asked = await fetch(place, { method: 'HEAD', headers });
    expect(asked.headers.get('upload-offset')).toBe(String(bytes.length));
  });
});
