import type { OperationId } from '@dvc/contract';
import { faultsOf } from '@dvc/contract/conformance';
import { operationNamed } from './contract-requests.ts';

/** What came back. */
export interface SomeAnswer {
  status: number;
  contentType: string;
  /** HEAD has none. */
  body: string | undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What in an answer the contract does not know; undefined when it is as promised. */
export function undocumented(
  id: OperationId,
  { status, contentType, body: text = '' }: SomeAnswer,
): string | undefined {
  const mediaType = contentType.replace(/;.*/, '').trim().toLowerCase();
  const faults = faultsOf(operationNamed(id), { status, mediaType, text, json: readJson(text) });
  return faults.length === 0 ? undefined : faults.join('; ');
}
