import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePorts, startProgram, waitForAnswer } from './children.mjs';

let folder = '';
let program = '';
let stubborn = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'children-'));
  program = join(folder, 'program.mjs');
  stubborn = join(folder, 'stubborn.mjs');
  const serve = `import { createServer } from 'node:http';
    createServer((_, answer) => answer.end('ok')).listen(Number(process.env.PORT), '127.0.0.1');`;
  writeFileSync(program, `${serve} if (process.env.PORT === undefined) process.exit(3);`);
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
