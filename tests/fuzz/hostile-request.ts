import fc from 'fast-check';
import type { OperationId } from '@dvc/contract';
import { operationTable } from '@dvc/contract';
import { contractRequests, type ContractRequest } from '../../server/test/support/contract-requests.ts';
import type { Sample } from '../../server/test/support/operation-samples.ts';
import type { Random } from '../faults/random.ts';
import { brokenJson, hostileTexts, hostileValues, strayHeaders, wrongContentTypes } from './hostile-values.ts';
import type { Manner, RawRequest } from './raw-exchange.ts';

/** How a request is made bad. `sample` is a good one, sent as it is. */
export type Attack = 'contract' | 'sample' | 'body' | 'address' | 'broken-json' | 'content-type' | 'headers';

const attacks: readonly Attack[] = [
  ...Array<Attack>(4).fill('contract'),
  'sample',
  ...Array<Attack>(4).fill('body'),
  ...Array<Attack>(3).fill('address'),
  ...Array<Attack>(2).fill('broken-json'),
  'content-type',
  ...Array<Attack>(2).fill('headers'),
];

const manners: readonly Manner[] = [
  ...Array<Manner>(30).fill('whole'),
  'slow',
  'cut',
  'chunked',
  'bad-chunks',
  'two-lengths',
  'wrong-length',
];

export interface HostileRequest extends RawRequest {
  attack: Attack;
  /** The address is the sample's own. */
  isAddressKept: boolean;
}

const pools = new Map<string, ContractRequest[]>();

/** Drawn once an operation and seed: making a generator costs more than drawing from it. */
function fromContract(id: OperationId, seed: number, random: Random): ContractRequest {
  const name = `${id} ${seed}`;
  const pool = pools.get(name) ?? fc.sample(contractRequests(id), { seed, numRuns: 60 });
  pools.set(name, pool);
  return random.oneOf(pool);
}

const anyHostile = (random: Random): unknown =>
  random.chance(0.6) ? random.oneOf(hostileTexts) : random.oneOf(hostileValues);

/** A copy with one place of it replaced, removed, doubled or added to. */
export function spoil(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.1)) return anyHostile(random);
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.2)) return [...(value as unknown[]), anyHostile(random)];
    if (random.chance(0.1)) return Array.from({ length: 300 }, () => value[0] as unknown);
    const at = random.whole(0, value.length - 1);
    return value.map((inner: unknown, index) => (index === at ? spoil(inner, random) : inner));
  }
  const entries = Object.entries(value);
  const how = random.next();
  if (entries.length === 0 || how < 0.1) return { ...value, [random.oneOf(hostileTexts)]: anyHostile(random) };
  const chosen = random.whole(0, entries.length - 1);
  if (how < 0.25) return Object.fromEntries(entries.filter((_, index) => index !== chosen));
  return Object.fromEntries(
    entries.map(([key, inner], index) => [key, index === chosen ? spoil(inner, random) : inner]),
  );
}

/** What cannot stand in a request line is written as a browser would write it; the rest goes as it is. */
const asTarget = (text: string): string =>
  text.replace(/[^\x21-\x7e]/gu, (char) => (/\p{Surrogate}/u.test(char) ? '%ED%A0%80' : encodeURIComponent(char)));

function spoilAddress(url: string, random: Random): string {
  const [path = '', query = ''] = url.split('?');
  const text = random.oneOf(hostileTexts);
  const written = random.chance(0.7) ? encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')) : asTarget(text);
  const how = random.next();
  if (how < 0.45) {
    const segments = path.split('/');
    segments[random.whole(1, Math.max(1, segments.length - 1))] = written;
    return `${segments.join('/')}${query && `?${query}`}`;
  }
  const pairs = query.split('&').filter(Boolean);
  if (pairs.length > 0 && how < 0.85) {
    const at = random.whole(0, pairs.length - 1);
    const [name = ''] = (pairs[at] ?? '').split('=');
    const repeated = random.chance(0.3) ? [pairs[at] ?? ''] : [];
    return `${path}?${[...pairs.filter((_, index) => index !== at), ...repeated, `${name}=${written}`].join('&')}`;
  }
  return `${path}?${[...pairs, `${random.oneOf(['cursor', 'limit', 'q', 'by', '__proto__', 'a[]', written])}=${written}`].join('&')}`;
}

type Headers = (readonly [name: string, value: string])[];

const printable = (text: string): string => text.replace(/[^\x20-\x7e\x80-\xff]/g, '?');

/** The bytes of a body and what they say they are. */
function bodyOf(payload: unknown): { bytes: Buffer | undefined; type: string | undefined } {
  if (payload === undefined) return { bytes: undefined, type: undefined };
  if (Buffer.isBuffer(payload)) return { bytes: payload, type: undefined };
  if (typeof payload === 'string') return { bytes: Buffer.from(payload), type: undefined };
  return { bytes: Buffer.from(JSON.stringify(payload)), type: 'application/json' };
}

/** One request to an operation, somehow bad. `good` is a proper one of the same caller. */
export function hostileRequest(id: OperationId, good: Sample, token: string | undefined, random: Random, seed: number) {
  const attack = random.oneOf(attacks);
  let { url } = good;
  let payload: unknown = good.body;
  let headers: Headers = Object.entries(good.headers ?? {}).filter(([name]) => name !== 'content-length');
  if (attack === 'contract') {
    const drawn = fromContract(id, seed, random);
    // Half of them about things that exist.
    if (random.chance(0.5)) url = drawn.url;
    payload = drawn.payload;
    headers = [...headers, ...Object.entries(drawn.headers)];
  }
  if (attack === 'body') {
    const times = random.whole(1, 3);
    const isJson = payload !== undefined && !Buffer.isBuffer(payload) && typeof payload !== 'string';
    for (let time = 0; time < times; time += 1) payload = spoil(isJson ? payload : {}, random);
    if (payload === undefined) payload = null;
  }
  if (attack === 'address') url = spoilAddress(url, random);
  const { bytes, type } = bodyOf(payload);
  let body = attack === 'broken-json' ? random.oneOf(brokenJson) : bytes;
  if (type !== undefined || attack === 'broken-json')
    headers = [...headers.filter(([name]) => name !== 'content-type'), ['content-type', 'application/json']];
  if (attack === 'content-type') {
    body ??= Buffer.from('{}');
    headers = [
      ...headers.filter(([name]) => name !== 'content-type'),
      ['content-type', random.oneOf(wrongContentTypes)],
    ];
  }
  if (attack === 'headers') {
    for (let time = random.whole(1, 3); time > 0; time -= 1) {
      if (headers.length > 0 && random.chance(0.4)) {
        const at = random.whole(0, headers.length - 1);
        const [name = ''] = headers[at] ?? [];
        // Gone, twice, or with another value.
        if (random.chance(0.5)) headers = headers.filter((_, index) => index !== at);
        else headers = [...headers, [name, printable(random.oneOf(hostileTexts)).slice(0, 3_000)]];
      } else headers = [...headers, random.oneOf(strayHeaders)];
    }
  }
  const authorization: Headers = token === undefined ? [] : [['authorization', `Bearer ${token}`]];
  if (attack === 'headers' && random.chance(0.15)) authorization.push(['authorization', `Bearer ${'B'.repeat(43)}`]);
  const request: HostileRequest = {
    attack,
    isAddressKept: url === good.url,
    method: operationTable[id].method.toUpperCase(),
    target: asTarget(url),
    headers: [...authorization, ...headers.map(([name, value]) => [printable(name), printable(value)] as const)],
    body,
    manner: body === undefined ? 'whole' : random.oneOf(manners),
  };
  return request;
}
