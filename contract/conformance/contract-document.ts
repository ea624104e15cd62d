import document from '../generated/openapi.json' with { type: 'json' };
import { operationTable } from '../generated/operations.gen.ts';

export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Schema;
}

/** What may be answered with one status: a schema for each media type, none where the answer is empty. */
export type Response = ReadonlyMap<string, Schema>;

/** One operation as the contract has it, with nothing left to look up. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  tag: string;
  access: 0 | 1 | 2 | 'session' | 'integration';
  scopes: readonly string[];
  parameters: readonly Parameter[];
  /** Media type and schema of what is sent. */
  body: { mediaType: string; schema: Schema } | undefined;
  /** By status, and `default`. */
  responses: ReadonlyMap<string, Response>;
}

/** The whole document, for schemas that lead into it. */
export const contractDocument: Schema = document;

/** Follows a reference within the document. */
export function resolve(part: Schema): Schema {
  const ref = part['$ref'];
  if (typeof ref !== 'string') return part;
  const found = ref
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((whole, key) => (whole as Record<string, unknown> | undefined)?.[key], document);
  if (found === undefined) throw new Error(`contract: nothing at ${ref}`);
  return resolve(found as Schema);
}

const list = (value: unknown): Schema[] => (Array.isArray(value) ? (value as Schema[]) : []);
const contentOf = (part: Schema): [string, Schema][] =>
  Object.entries((part['content'] ?? {}) as Record<string, { schema?: Schema }>).map(([mediaType, { schema }]) => [
    mediaType,
    schema ?? {},
  ]);

function readOperation(id: keyof typeof operationTable): Operation {
  const { method, path, tag, access, scopes } = operationTable[id];
  const item = (document.paths as unknown as Record<string, Schema>)[path] ?? {};
  const operation = item[method] as Schema;
  const sent = operation['requestBody'] === undefined ? [] : contentOf(resolve(operation['requestBody'] as Schema));
  return {
    ...{ id, method, path, tag, access, scopes },
    parameters: [...list(item['parameters']), ...list(operation['parameters'])].map((part) => {
      const parameter = resolve(part) as unknown as Parameter;
      return { ...parameter, required: parameter.required || parameter.in === 'path' };
    }),
    body: sent[0] && { mediaType: sent[0][0], schema: sent[0][1] },
    responses: new Map(
      Object.entries(operation['responses'] as Record<string, Schema>).map(([status, response]) => [
        status,
        new Map(contentOf(resolve(response))),
      ]),
    ),
  };
}

/** Every operation of the contract, in its order. */
export const contractOperations: readonly Operation[] = (
  Object.keys(operationTable) as (keyof typeof operationTable)[]
).map(readOperation);
