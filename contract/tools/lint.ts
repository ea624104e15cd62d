import type { OpenAPI3 } from 'openapi-typescript';
import { listOperations } from './operations-source.ts';

const SCHEMES = new Set(['session', 'level1', 'level2', 'integration']);

/** Our own rules for the contract; an empty list means it keeps them. */
export function lintContract(document: OpenAPI3): string[] {
  const faults: string[] = [];
  const tags = new Set(document.tags?.map((tag) => tag.name));
  const seen = new Set<string>();
  for (const { id, method, path, operation } of listOperations(document)) {
    const at = `${method} ${path}`;
    if (!id) faults.push(`${at}: no operationId`);
    if (seen.has(id)) faults.push(`${at}: operationId ${id} is used twice`);
    seen.add(id);
    if (operation.tags?.length !== 1 || !tags.has(operation.tags[0] ?? ''))
      faults.push(`${at}: exactly one declared tag`);
    if (!operation.summary) faults.push(`${at}: no summary`);
    if (!operation.security) faults.push(`${at}: security must be said, [] for level 0`);
    if ((operation.security?.length ?? 0) > 1) faults.push(`${at}: one security requirement, not a choice`);
    for (const scheme of Object.keys(operation.security?.[0] ?? {})) {
      if (!SCHEMES.has(scheme)) faults.push(`${at}: unknown security scheme ${scheme}`);
    }
    if (!operation.responses?.['default']) faults.push(`${at}: no problem response`);
  }
  return faults;
}
