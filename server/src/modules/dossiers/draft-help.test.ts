import { helpNumber, type operations } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { birthAnswers, citizenPhone, saveDraft, startDraft } from '../../../test/support/birth-draft.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

type Help = operations['helpWithDraft']['responses']['200']['content']['application/json'];

describe.each(databaseKinds)('help by a number that is read aloud on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer({ kind });
  });
  afterAll(() => server.close());

  async function ask(number: string) {
    const answer = await server.app.inject({
      url: `/integration/draft-help/${number.replaceAll(' ', '')}`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}` },
    });
    return { status: answer.statusCode, text: answer.body, body: answer.json<Help>() };
  }

  test('the step and what is missing are told, nothing of what was written', async () => {
    const phone = await citizenPhone(server, 'anh');
    const draft = await startDraft(phone, '1cbdf7b9-1234-4abc-8abc-123456789abc');
    const answers = birthAnswers({ childName: '' });
    await saveDraft(phone, draft, answers);
    const { status, body, text } = await ask(helpNumber(draft.id));
    expect(status).toBe(200);
    const [help] = body.items;
    expect(body.items).toHaveLength(1);
    expect(help?.procedure).toContain('khai sinh');
    expect(help?.step).not.toBe('');
    expect(help?.missing.length).toBeGreaterThan(0);
    for (const written of Object.values(answers)) {
      if (typeof written === 'string' && written.length > 6) expect(text).not.toContain(written);
    }
    expect(text).not.toContain(draft.id);
  });

  test('no draft, a draft that is over, and what is no number: not found', async () => {
    expect((await ask('0000000001')).status).toBe(404);
    expect((await ask('9999999999')).status).toBe(404);
    const draft = await startDraft(await citizenPhone(server, 'binh'));
    server.clock.advance(61 * 86_400_000);
    expect((await ask(helpNumber(draft.id))).status).toBe(404);
  });
});
