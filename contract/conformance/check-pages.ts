import { rightCaller } from './callers.ts';
import type { Operation } from './contract-document.ts';
import { codeOf, faultsOf } from './judge.ts';
import { requestFor } from './requests.ts';
import type { Run } from './run.ts';

/** The first pages are small, so that there is more than one. */
const SMALL = 2;
const SMALL_PAGES = 3;
const LARGE = 100;
/** A longer list is not walked to its end. */
const MOST_PAGES = 40;

interface Page {
  items: readonly Record<string, unknown>[];
  next: string | null;
}

const isPaged = ({ method, parameters }: Operation): boolean =>
  method === 'get' && ['cursor', 'limit'].every((name) => parameters.some((one) => one.name === name));

const identityOf = (item: Record<string, unknown>): string =>
  JSON.stringify(item['id'] ?? item['code'] ?? item['slug'] ?? item);

async function walk({ client, options, tally, things }: Run, operation: Operation): Promise<void> {
  const caller = rightCaller(operation, options);
  if ('needs' in caller) return tally.notRun(operation.id, 'pages', caller.needs);
  const found = await things.fill(operation);
  if ('needs' in found) return tally.notRun(operation.id, 'pages', found.needs);
  const sample = options.fixtures.requests?.[operation.id];
  const seen = new Set<string>();
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const limit = page < SMALL_PAGES ? SMALL : LARGE;
    const query = { ...sample?.query, limit: String(limit), ...(cursor === null ? {} : { cursor }) };
    const answer = await client.ask({
      ...requestFor(operation, found.values, { ...sample, query }),
      token: caller.token,
    });
    const faults = faultsOf(operation, answer);
    if (answer.status !== 200) faults.push(`page ${page + 1}: ${answer.status} ${codeOf(answer)}`);
    if (faults.length > 0) return tally.found(operation.id, 'pages', faults);
    const { items, next } = answer.json as Page;
    if (items.length > limit) faults.push(`page ${page + 1} has ${items.length} things, asked were ${limit}`);
    const twice = items.map(identityOf).filter((id) => seen.has(id));
    if (twice.length > 0) faults.push(`page ${page + 1} shows again: ${twice.slice(0, 3).join(', ')}`);
    if (next !== null && next === cursor) faults.push(`page ${page + 1} leads to itself`);
    tally.found(operation.id, 'pages', faults);
    if (next === null || faults.length > 0) break;
    for (const item of items) seen.add(identityOf(item));
    cursor = next;
  }
  const made = requestFor(operation, found.values, {
    ...sample,
    query: { ...sample?.query, cursor: 'nobody-made-this' },
  });
  const answer = await client.ask({ ...made, token: caller.token });
  tally.found(operation.id, 'pages', faultsOf(operation, answer));
}

/** Every list that comes in pages, walked: nothing twice, no page larger than asked for, an end. */
export async function checkPages(run: Run): Promise<void> {
  for (const operation of run.operations.filter(isPaged)) await walk(run, operation);
}
