import contract from '@dvc/contract/openapi.json' with { type: 'json' };
import type { OperationId } from '@dvc/contract';
import { operationTable } from '@dvc/contract';
import fc from 'fast-check';
import { arbitraryInput } from './arbitrary-input.ts';

type Schema = Record<string, unknown>;

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: Schema;
}

interface ContractDocument extends Schema {
  paths: Record<string, Record<string, Schema>>;
  components: Record<string, Record<string, Schema>>;
}

/** The contract, seen as data. */
export const contractDocument = contract as unknown as ContractDocument;

/** A request more or less as the contract wants it. */
export interface ContractRequest {
  url: string;
  headers: Record<string, string>;
  payload: unknown;
}

/** What the contract says of one operation. */
export function operationIn(id: OperationId): Schema {
  const { path, method } = operationTable[id];
  return contractDocument.paths[path]?.[method] ?? {};
}

function parametersOf(item: Schema, operation: Schema): Parameter[] {
  const all = [...((item['parameters'] ?? []) as Schema[]), ...((operation['parameters'] ?? []) as Schema[])];
  return all.map((one) => {
    const ref = one['$ref'];
    return (typeof ref === 'string'
      ? contractDocument.components['parameters']?.[ref.split('/').at(-1) ?? '']
      : one) as unknown as Parameter;
  });
}

/** Requests more or less as the contract wants them. */
export function contractRequests(id: OperationId): fc.Arbitrary<ContractRequest> {
  const { path } = operationTable[id];
  const operation = operationIn(id);
  const content =
    (operation['requestBody'] as { content: Record<string, { schema: Schema }> } | undefined)?.content ?? {};
  const parameters = parametersOf(contractDocument.paths[path] ?? {}, operation);
  const body = content['application/json']
    ? arbitraryInput(content['application/json'].schema, contractDocument)
    : fc.constant(undefined);
  return fc
    .record({
      values: fc.tuple(...parameters.map(({ schema }) => arbitraryInput(schema, contractDocument))),
      body,
    })
    .map(({ values, body: payload }) => {
      const query = new URLSearchParams();
      const headers: Record<string, string> = {};
      let url: string = path;
      parameters.forEach((parameter, index) => {
        const value = typeof values[index] === 'string' ? values[index] : JSON.stringify(values[index]);
        if (parameter.in === 'path')
          url = url.replace(`{${parameter.name}}`, encodeURIComponent(value.replace(/\p{Surrogate}/gu, '?')) || '%20');
        else if (parameter.in === 'query') query.append(parameter.name, value);
        else headers[parameter.name] = value.replace(/[^\x20-\x7e]/g, '?');
      });
      return { url: `${url}?${query.toString()}`, headers, payload };
    });
}
