import { expect, test } from 'vitest';
import { minutes } from '#core/clock';
import { ask } from '../../test/support/ask-and-book.ts';
import { citizenPhone, startDraft } from '../../test/support/birth-draft.ts';
import { buildTestServer } from '../../test/support/test-server.ts';

test('what was let in before somebody was forgotten, and written after it, is forgotten too; who came back is not', async () => {
  let gate: Promise<void> | undefined;
  let waits = false;
  const server = await buildTestServer({
    around: (db) => ({
      ...db,
      async tx(run, options) {
        const held = gate;
        gate = undefined;
        waits ||= held !== undefined;
        await held;
        return db.tx(run, options);
      },
    }),
  });
  try {
    const { db, erasePerson, jobs } = server.deps;
    const anh = await citizenPhone(server, 'anh');
    const { rows } = await db.query<{ id: string }>('select id from accounts');
    let open = (): void => undefined;
    gate = new Promise((done) => (open = done));
    const asked = ask(anh);
    await expect.poll(() => waits).toBe(true);
    await erasePerson(rows[0]?.id ?? '', 'asked');
    open();
    expect((await asked).status).toBe(201);
    const questions = async () => (await db.query('select 1 from questions where not sample')).count;
    expect(await questions()).toBe(1);

    const again = await citizenPhone(server, 'anh');
    const draft = await startDraft(again);
    server.clock.advance(minutes(5));
    await jobs.drain();
    expect(await questions()).toBe(0);
    expect((await again.call('GET', `/drafts/${draft.id}`)).status).toBe(200);
  } finally {
    await server.close();
  }
});
