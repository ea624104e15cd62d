import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installFakeServer, problem, type FakeServer } from '../../tests/support/fake-server';
import { readThrough, savedAt } from './kept-copies';

/** As much of the browser's cache as is used here: entries in the order they were put. */
class Shelf {
  readonly entries = new Map<string, string>();
  delete = async (address: string | Request): Promise<boolean> =>
    this.entries.delete(typeof address === 'string' ? address : address.url);
  put = async (address: string, response: Response): Promise<void> =>
    void this.entries.set(address, await response.text());
  match = async (address: string): Promise<Response | undefined> => {
    const text = this.entries.get(address);
    return text === undefined ? undefined : new Response(text);
  };
  keys = async (): Promise<Request[]> => [...this.entries.keys()].map((address) => new Request(address));
}

let server: FakeServer;
let shelf: Shelf;
const input = { params: { placeId: 'nui-ba-den' } };
const place = { id: 'nui-ba-den', topic: 'tourism', kind: 'mountain', name: 'Núi Bà Đen', oldNames: [], address: null };
const whole = {
  ...place,
  ...{ commune: null, phones: [], email: null, web: null, hours: null, hoursText: null, point: null },
  ...{ confidence: 'H', source: 's', note: null },
};

beforeEach(() => {
  server = installFakeServer();
  shelf = new Shelf();
  vi.stubGlobal('caches', { open: async () => shelf });
});
afterEach(() => vi.unstubAllGlobals());

test('what was opened is there without network, and says from when', async () => {
  server.on('GET /directory/nui-ba-den', whole);
  const fresh = await readThrough('readPlace', input);
  expect(savedAt(fresh)).toBeUndefined();
  await vi.waitFor(() => expect(shelf.entries.size).toBe(1));
  server.on('GET /directory/nui-ba-den', new TypeError('no network'));
  const copy = await readThrough('readPlace', input);
  expect(copy.name).toBe('Núi Bà Đen');
  expect(savedAt(copy)).toBeInstanceOf(Date);
}, 15_000);

test('what the server says is gone is gone; what was never opened is an error', async () => {
  server.on('GET /directory/nui-ba-den', whole);
  await readThrough('readPlace', input);
  await vi.waitFor(() => expect(shelf.entries.size).toBe(1));
  server.on('GET /directory/nui-ba-den', problem(404, 'not-found'));
  await expect(readThrough('readPlace', input)).rejects.toMatchObject({ kind: 'missing' });
  server.on('GET /directory/nui-ba-den', new TypeError('no network'));
  await expect(readThrough('readPlace', input)).rejects.toMatchObject({ code: 'no-answer' });
  server.on('GET /directory/other', new TypeError('no network'));
  await expect(readThrough('readPlace', { params: { placeId: 'other' } })).rejects.toMatchObject({ code: 'no-answer' });
}, 15_000);

test('words that somebody searched for are not kept on the phone', async () => {
  server.on('GET /search', { items: [], next: null, total: 0, understood: null, suggestions: [] });
  await readThrough('searchEverything', { query: { q: 'giấy độc thân' } });
  server.on('GET /stores', { items: [], next: null, kinds: [] });
  await readThrough('listStores', { query: { q: 'thuốc bắc' } });
  expect(shelf.entries.size).toBe(0);
});

test('the oldest make room', async () => {
  for (let n = 0; n < 125; n += 1) {
    server.on(`GET /directory/p-${n}`, { ...whole, id: `p-${n}` });
    await readThrough('readPlace', { params: { placeId: `p-${n}` } });
  }
  await vi.waitFor(() => {
    expect([...shelf.entries.keys()].at(-1)).toContain('p-124');
    expect(shelf.entries.size).toBe(120);
  });
});
