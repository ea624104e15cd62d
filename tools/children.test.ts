import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePorts, runCommand, startProgram, waitForAnswer } from './children.mjs';

let folder = '';
let program = '';
let stubborn = '';
let parent = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'children-'));
  program = join(folder, 'program.mjs');
  stubborn = join(folder, 'stubborn.mjs');
  const serve = `import { createServer } from 'node:http';
    createServer((_, answer) => answer.end('ok')).listen(Number(process.env.PORT), '127.0.0.1');`;
  writeFileSync(program, `${serve} if (process.env.PORT === undefined) process.exit(3);`);
  parent = join(folder, 'parent.mjs');
  writeFileSync(
    parent,
    `import { writeFileSync } from 'node:fs';
     import { endInOrder, startProgram, undoAtEnd, waitForAnswer } from ${JSON.stringify(join(import.meta.dirname, 'children.mjs'))};
     let fail;
     const work = new Promise((_, reject) => (fail = reject));
     undoAtEnd(async () => {
       fail(new Error('the ground is gone'));
       await new Promise((done) => setTimeout(done, 100));
       writeFileSync(process.env.UNDONE, 'undone');
     });
     endInOrder();
     const child = startProgram({ name: 'program', program: process.env.PROGRAM, env: process.env, log: process.env.LOG });
     await waitForAnswer('http://127.0.0.1:' + process.env.PORT + '/', child, 60_000);
     if (process.env.FAILS) throw new Error('the tool broke off');
     setInterval(() => undefined, 1000);
     await work;`,
  );
  writeFileSync(stubborn, `${serve} process.on('SIGTERM', () => undefined);`);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const quiet = (): string => join(folder, 'log');

test('a program is started, answers, and is gone after it is stopped', async () => {
  const [port = 0] = await freePorts(1);
  const child = startProgram({ name: 'program', program, env: { ...process.env, PORT: String(port) }, log: quiet() });
  await waitForAnswer(`http://127.0.0.1:${port}/`, child, 10_000);
  expect(child.running()).toBe(true);
  await child.stop();
  expect(child.running()).toBe(false);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test('one that does not listen to SIGTERM is killed', async () => {
  const [port = 0] = await freePorts(1);
  const child = startProgram({
    name: 'stubborn',
    program: stubborn,
    env: { ...process.env, PORT: String(port) },
    log: quiet(),
  });
  await waitForAnswer(`http://127.0.0.1:${port}/`, child, 10_000);
  await child.stop('SIGTERM', 200);
  expect(await child.ended).toBe(1);
});

test('one that ends by itself is not waited for', async () => {
  const env = { ...process.env, PORT: undefined };
  const child = startProgram({ name: 'program', program, env, log: quiet() });
  await expect(waitForAnswer('http://127.0.0.1:9/', child, 30_000)).rejects.toThrow('program ended before');
  expect(await child.ended).not.toBe(0);
});

/** A tool of ours with a server of its own, until that answers; or until it breaks off by itself. */
async function startTool(fails = '') {
  const [port = 0] = await freePorts(1);
  const [log, undone] = [quiet(), join(folder, `undone-${port}`)];
  const env = { ...process.env, PORT: String(port), PROGRAM: program, LOG: log, UNDONE: undone, FAILS: fails };
  const tool = startProgram({ name: 'tool', program: parent, env, log });
  const address = `http://127.0.0.1:${port}/`;
  if (fails === '') await waitForAnswer(address, tool, 60_000);
  const isGone = () =>
    fetch(address).then(
      () => false,
      () => true,
    );
  return { tool, undone, isGone };
}

test('a tool that is ended leaves no child behind, and undoes what it did', { timeout: 60_000 }, async () => {
  const { tool, undone, isGone } = await startTool();
  await tool.stop('SIGTERM', 30_000);
  expect([await tool.ended, await isGone(), existsSync(undone)]).toEqual([1, true, true]);
});

test('nor does one that breaks off by itself', { timeout: 60_000 }, async () => {
  const { tool, isGone } = await startTool('yes');
  expect(await tool.ended).toBe(1);
  await expect.poll(isGone, { timeout: 20_000 }).toBe(true);
});

test('a command is run to its end; what it says is heard, on both lines', async () => {
  let said = '';
  const hear = (text: string): void => void (said += text);
  const code = await runCommand(process.execPath, ['-e', `console.log('one'); console.error('two'); process.exit(7)`], {
    hear,
  });
  expect([code, said.includes('one'), said.includes('two')]).toEqual([7, true, true]);
  expect(await runCommand(join(folder, 'nothing of that name'), [], { hear })).toBe(1);
});

test(
  'a command that is under way hears of the signal that ends us, and is waited for',
  { timeout: 60_000 },
  async () => {
    const [port = 0] = await freePorts(1);
    const tidied = join(folder, 'tidied');
    const runner = join(folder, 'runner.mjs');
    const careful = join(folder, 'careful.mjs');
    writeFileSync(
      careful,
      `import { createServer } from 'node:http';
     import { writeFileSync } from 'node:fs';
     const server = createServer((_, answer) => answer.end('ok')).listen(${port}, '127.0.0.1');
     process.on('SIGINT', () => setTimeout(() => { writeFileSync(${JSON.stringify(tidied)}, ''); process.exit(0); }, 300));`,
    );
    writeFileSync(
      runner,
      `import { endInOrder, runCommand } from ${JSON.stringify(join(import.meta.dirname, 'children.mjs'))};
     endInOrder();
     await runCommand(process.execPath, [${JSON.stringify(careful)}]);
     setInterval(() => undefined, 1000);`,
    );
    const tool = startProgram({ name: 'runner', program: runner, env: process.env, log: quiet() });
    await waitForAnswer(`http://127.0.0.1:${port}/`, tool, 60_000);
    await tool.stop('SIGINT', 30_000);
    expect([await tool.ended, existsSync(tidied)]).toEqual([1, true]);
  },
);
