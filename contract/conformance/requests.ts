import { randomUUID } from 'node:crypto';
import type { Request } from './client.ts';
import type { Operation } from './contract-document.ts';
import type { SampleRequest } from './options.ts';
import { sampleValue } from './sample-value.ts';
import { addressOf } from './things.ts';

type Headers = Record<string, string>;

/** A body that goes out as JSON. */
export const sendsJson = ({ body }: Operation): boolean => body?.mediaType === 'application/json';

/** Puts a new id wherever a sample asks for one. */
function withNewIds<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('{{uuid}}', () => randomUUID()) as T;
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withNewIds) as T;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withNewIds(inner)])) as T;
}

function headersOf(operation: Operation, given: Headers): Headers {
  const headers: Headers = { ...given };
  const has = (name: string): boolean => Object.keys(headers).some((key) => key.toLowerCase() === name.toLowerCase());
  for (const { name, in: place, required, schema } of operation.parameters) {
    if (place === 'header' && required && !has(name)) headers[name] = String(sampleValue(schema));
  }
  if (operation.body && !sendsJson(operation) && !has('content-type')) {
    headers['content-type'] = operation.body.mediaType;
  }
  return headers;
}

/** What a body of this operation could be, from its schema alone. */
function bodyOf(operation: Operation): Request['body'] {
  if (operation.body === undefined) return undefined;
  if (sendsJson(operation)) return sampleValue(operation.body.schema) ?? {};
  return operation.body.mediaType === 'application/x-www-form-urlencoded' ? 'x=1' : Buffer.from('conformance');
}

/** A whole request: these things, the rest as the sample has it, and what the sample leaves out as the contract allows it. */
export function requestFor(
  operation: Operation,
  values: Record<string, string>,
  { query, headers = {}, body }: SampleRequest = {},
): Omit<Request, 'token'> {
  const sent = body === undefined ? bodyOf(operation) : withNewIds(body);
  return {
    method: operation.method,
    url: addressOf(operation, values, query),
    headers: headersOf(operation, withNewIds(headers)),
    ...(sent === undefined ? {} : { body: sent }),
  };
}

/** Path values as the contract allows them, of things that were never there; undefined where none can be made. */
export function unknownThings({ parameters }: Operation): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  for (const { name, in: place, schema } of parameters) {
    if (place !== 'path') continue;
    const value = sampleValue(schema);
    if (value === undefined) return undefined;
    values[name] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  return values;
}
