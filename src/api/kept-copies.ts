import type { OperationId } from '@dvc/contract';
import { province } from '#config';
import { now } from '#lib/clock';
import { isAppError } from '#lib/app-error';
import { callOperation } from './call';
import type { InputArguments, OperationInput, OperationOutput } from './operation-types';

/**
 * Public pages that were opened stay readable without network. Other mini apps share this origin and can read them too:
 * nothing of a person's own is ever here, and no words anybody searched for.
 */
const kept: ReadonlySet<OperationId> = new Set<OperationId>([
  'readProcedure',
  'listPlaces',
  'readPlace',
  'listAuthorities',
  'readAuthority',
  'listStores',
  'readStore',
  'readNumbers',
  'listArticles',
  'readArticle',
]);

/** What the phone may spend on it; the oldest go first. */
const mostCopies = 120;
/** Another number when copies of older versions of the app can no longer be read. */
const shelfName = `tns.${province.id}.copies.1`;

/** When an answer that came from the phone had been read; fresh answers are not in here. */
const savedAtOf = new WeakMap<object, Date>();

export function savedAt(answer: unknown): Date | undefined {
  return typeof answer === 'object' && answer !== null ? savedAtOf.get(answer) : undefined;
}

const openShelf = async (): Promise<Cache | undefined> =>
  typeof caches === 'undefined' ? undefined : caches.open(shelfName).catch(() => undefined);

/** Whether this asks by words that somebody typed. */
const asksByWords = (input: unknown): boolean => (input as { query?: { q?: string } }).query?.q !== undefined;

const addressOf = (id: OperationId, input: unknown): string =>
  `https://copies.invalid/${id}?${encodeURIComponent(JSON.stringify(input))}`;

async function keepCopy(address: string, answer: unknown): Promise<void> {
  const shelf = await openShelf();
  if (shelf === undefined) return;
  const body = JSON.stringify({ at: now().toISOString(), answer });
  // Put last, so that what is opened often is not the oldest.
  await shelf.delete(address);
  await shelf.put(address, new Response(body));
  const all = await shelf.keys();
  for (const old of all.slice(0, Math.max(0, all.length - mostCopies))) await shelf.delete(old);
}

async function dropCopy(address: string): Promise<void> {
  await (await openShelf())?.delete(address);
}

async function findCopy(address: string): Promise<object | undefined> {
  const shelf = await openShelf();
  const found = await shelf?.match(address);
  if (found === undefined) return undefined;
  const { at, answer } = (await found.json()) as { at: string; answer: object };
  savedAtOf.set(answer, new Date(at));
  return answer;
}

/** A server that does not answer is no different from having no network. */
const unreachable = (error: unknown): boolean =>
  isAppError(error) && ['offline', 'timeout', 'busy', 'server'].includes(error.kind);

/** A read; where the server cannot be reached, what was read before, if this may be kept at all. */
export async function readThrough<Id extends OperationId>(
  id: Id,
  input: OperationInput<Id>,
): Promise<OperationOutput<Id>> {
  const ask = (): Promise<OperationOutput<Id>> => callOperation(id, ...([input] as unknown as InputArguments<Id>));
  if (!kept.has(id) || asksByWords(input)) return ask();
  const address = addressOf(id, input);
  try {
    const answer = await ask();
    // Nobody waits for the copy, and a full phone is no reason to fail.
    void keepCopy(address, answer).catch(() => undefined);
    return answer;
  } catch (error) {
    // What was taken back is not to be read on phones that had it.
    if (isAppError(error) && error.kind === 'missing') await dropCopy(address).catch(() => undefined);
    if (!unreachable(error)) throw error;
    const copy = await findCopy(address).catch(() => undefined);
    if (copy === undefined) throw error;
    return copy as OperationOutput<Id>;
  }
}
