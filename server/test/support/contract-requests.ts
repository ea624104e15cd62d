import type { OperationId } from '@dvc/contract';
import { contractDocument, contractOperations, type Operation } from '@dvc/contract/conformance';
import fc from 'fast-check';
import { arbitraryInput } from './arbitrary-input.ts';

/** A request more or less as the contract wants it. */
export interface ContractRequest {
  url: string;
  headers: Record<string, string>;
  payload: unknown;
}

const operations = new Map(contractOperations.map((operation) => [operation.id, operation]));

/** What the contract says of one operation. */
export function operationNamed(id: OperationId): Operation {
  const found = operations.get(id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
}

/** Requests more or less as the contract wants them. */
export function contractRequests(id: OperationId): fc.Arbitrary<ContractRequest> {
  const { path, parameters, body: sent } = operationNamed(id);
  const body =
    sent?.mediaType === 'application/json' ? arbitraryInput(sent.schema, contractDocument) : fc.constant(undefined);
  return fc
    .record({
      values: fc.tuple(...parameters.map(({ schema }) => arbitraryInput(schema, contractDocument))),
      body,
    })
    .map(({ values, body: payload }) => {
      const query = new URLSearchParams();
      const headers: Record<string, string> = {};
      let url = path;
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
