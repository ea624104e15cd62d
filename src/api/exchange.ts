import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '@dvc/contract';
import { province } from '#config';
import { AppError } from '#lib/app-error';
import type { AnyInput } from './operation-types';
import type { OperationRow } from './operations';

const client: Client<paths> = createClient<paths>({ baseUrl: province.api.origin });

interface Exchange {
  data?: unknown;
  error?: unknown;
  response: Response;
}

type LooseRequest = (method: string, path: string, options: Record<string, unknown>) => Promise<Exchange>;

/** One HTTP exchange, unjudged: rejects only when there was no readable answer at all. */
export function exchange(
  { method, path }: OperationRow,
  input: AnyInput,
  token: string | undefined,
  signal: AbortSignal,
): Promise<Exchange> {
  // Ids come from addresses, and addresses from anybody: `..` would be another operation's path.
  const ids: unknown[] = Object.values(input.params ?? {});
  if (ids.some((given) => given === '' || given === '.' || given === '..'))
    return Promise.reject(new AppError('missing'));
  // Which operation it is is known only at run time here; callers are typed by OperationInput and OperationOutput.
  const request = client.request as unknown as LooseRequest;
  return request(method, path, {
    params: { path: input.params, query: input.query },
    headers: { ...input.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    body: input.body,
    // The signal is not given to Request itself: some web views refuse one made by a polyfill.
    fetch: (request: Request) => fetch(request, { signal, cache: 'no-store', credentials: 'omit' }),
  });
}
