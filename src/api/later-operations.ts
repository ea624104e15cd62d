import type { OperationRow } from './operations';

/** What home does not ask. Put in by the build (tools/contract-plugin.ts); otherwise the table is whole to begin with. */
export const laterOperations: Partial<Record<string, OperationRow>> = {};
