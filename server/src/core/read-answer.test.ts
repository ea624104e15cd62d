import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EndlessAnswer, readAnswer } from './read-answer.ts';

let server: Server;
let url: string;
let sent = 0;
let isCut = false;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/short') return response.end('được');
    if (request.url === '/nothing') return response.end();
    response.on('close', () => (isCut = true));
    const piece = Buffer.alloc(64 * 1024, 'a');
    const more = (): void => {
      while (!response.destroyed) {
        sent += piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
    };
    return more();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('an answer is read as it is', async () => {
  expect(await readAnswer(await fetch(`${url}/short`))).toBe('được');
  expect(await readAnswer(await fetch(`${url}/nothing`))).toBe('');
});

test('one without an end is left, and its line cut', async () => {
  await expect(readAnswer(await fetch(`${url}/endless`), 1_000_000)).rejects.toThrow(EndlessAnswer);
  await expect.poll(() => isCut).toBe(true);
  // What lay in buffers between the two, and no more.
  expect(sent).toBeLessThan(30_000_000);
});
