import type { Answer } from './client.ts';
import type { Operation } from './contract-document.ts';
import { ZALO_ORIGINS } from './options.ts';
import { unknownThings } from './requests.ts';
import type { Run } from './run.ts';

const FOREIGN = 'https://somebody-else.example';
/** Called by Zalo, by banks, by other programs, by a browser that shows a page; never by a script of the mini app. */
const NOT_THE_PHONE = ['revocations', 'open311', 'operations'];

/** Whether a script of the mini app calls this, from one of Zalo's two origins. */
export function fromThePhone({ access, tag, path, responses }: Operation): boolean {
  if (access === 'integration' || NOT_THE_PHONE.includes(tag) || /^\/(payment-notices|zalo-events)\//.test(path)) {
    return false;
  }
  return !responses.has('302') && ![...responses.values()].some((response) => response.has('text/html'));
}

/** The answer must name exactly the origin that asked. */
export function originFaults({ headers }: Answer, origin: string): string[] {
  const allowed = headers.get('access-control-allow-origin');
  return allowed === origin ? [] : [`asked from ${origin}, allowed is ${String(allowed)}`];
}

const names = (header: string | null): string[] => (header ?? '').toLowerCase().split(/\s*,\s*/);

async function checkPreflight({ client, options, tally }: Run, operation: Operation): Promise<void> {
  const values = unknownThings(operation) ?? {};
  const url = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? 'x'));
  const sent = ['authorization', ...(operation.body ? ['content-type'] : [])];
  const wanted = operation.parameters
    .filter(({ in: place, required }) => place === 'header' && required)
    .map(({ name }) => name.toLowerCase());
  const headers = [...sent, ...wanted];
  const preflight = (origin: string): Promise<Answer> =>
    client.ask({
      ...{ method: 'options', url },
      headers: {
        origin,
        'access-control-request-method': operation.method.toUpperCase(),
        'access-control-request-headers': headers.join(','),
      },
    });
  for (const origin of options.origins ?? ZALO_ORIGINS) {
    const answer = await preflight(origin);
    const faults = originFaults(answer, origin);
    if (answer.status !== 204 && answer.status !== 200) faults.push(`OPTIONS from ${origin}: ${answer.status}`);
    const allowed = names(answer.headers.get('access-control-allow-headers'));
    const missing = headers.filter((name) => !allowed.includes(name) && !allowed.includes('*'));
    if (missing.length > 0) faults.push(`a script from ${origin} may not send ${missing.join(', ')}`);
    const methods = names(answer.headers.get('access-control-allow-methods'));
    // These need no leave.
    if (!['get', 'head', 'post', ...methods].includes(operation.method)) {
      faults.push(`a script from ${origin} may not ${operation.method.toUpperCase()}`);
    }
    tally.found(operation.id, 'cors', faults);
  }
  const { headers: toForeign } = await preflight(FOREIGN);
  const allowed = toForeign.get('access-control-allow-origin');
  tally.found(operation.id, 'cors', allowed === FOREIGN || allowed === '*' ? ['a foreign origin is let in'] : []);
}

/** Whether a script of the mini app is let in from both origins Zalo has, and from nowhere else. */
export async function checkCors(run: Run): Promise<void> {
  for (const operation of run.operations.filter(fromThePhone)) await checkPreflight(run, operation);
}
