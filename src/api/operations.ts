import { operationTable, type OperationId } from '@dvc/contract';
import { loadCode } from '#lib/load-code';
import { fromNetwork } from './problem';

export interface OperationRow {
  method: string;
  path: string;
  /** The level it needs; `session` is any session. */
  access: number | 'session' | 'integration';
  /** Names an answer must have. */
  answer: readonly string[];
}

type Rows = Partial<Record<string, OperationRow>>;

// Of the build only those that home asks (tools/contract-plugin.ts): the others would be carried to home for nothing.
let rows: Rows = operationTable;

/** Brought by the code of the screens, which has them with it. */
export function knowOperations(more: Rows): void {
  rows = { ...rows, ...more };
}

export const knownOperation = (id: OperationId): OperationRow | undefined => rows[id];

const bring = () => import('./later-operations');

/** What the phone must know of an operation to call it. */
export async function operation(id: OperationId): Promise<OperationRow> {
  const known = rows[id];
  if (known !== undefined) return known;
  const { laterOperations } = await loadCode(bring).catch((error: unknown) => Promise.reject(fromNetwork(error)));
  knowOperations(laterOperations);
  const found = rows[id];
  if (found === undefined) throw new Error(`no operation ${id}`);
  return found;
}
