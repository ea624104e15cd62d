import type { OpenAPI3, OperationObject } from 'openapi-typescript';

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head'] as const;

interface ListedOperation {
  id: string;
  method: (typeof METHODS)[number];
  path: string;
  operation: OperationObject;
}

/** Every operation of the bundled document, in its order. */
export function listOperations(document: OpenAPI3): ListedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = (item as Record<string, OperationObject | undefined>)[method];
      return operation ? [{ id: operation.operationId ?? '', method, path, operation }] : [];
    }),
  );
}

/** Who may call: 0 nobody in particular, `session` any session, 1, 2, or another system. */
export function accessOf(operation: OperationObject): {
  access: 0 | 1 | 2 | 'session' | 'integration';
  scopes: string[];
} {
  const [name, scopes] = Object.entries(operation.security?.[0] ?? {})[0] ?? [];
  if (name === 'level1') return { access: 1, scopes: [] };
  if (name === 'level2') return { access: 2, scopes: [] };
  if (name === 'session') return { access: 'session', scopes: [] };
  if (name === 'integration') return { access: 'integration', scopes: scopes as string[] };
  return { access: 0, scopes: [] };
}

interface Schema {
  $ref?: string;
  required?: string[];
}

/** What a successful JSON answer always has: enough for the phone to tell our server from a captive portal. */
export function answerKeysOf(document: OpenAPI3, operation: OperationObject): string[] {
  const success = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1];
  const content = (success as { content?: Record<string, { schema?: Schema }> } | undefined)?.content;
  let schema = content?.['application/json']?.schema;
  while (schema?.$ref !== undefined) {
    const path = schema.$ref.replace('#/', '').split('/');
    schema = path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], document) as Schema;
  }
  return schema?.required ?? [];
}

/** The table `operations` as TypeScript source. */
export function operationsSource(document: OpenAPI3): string {
  const rows = listOperations(document).map(({ id, method, path, operation }) => {
    const answer = answerKeysOf(document, operation);
    const row = { method, path, tag: operation.tags?.[0] ?? '', ...accessOf(operation), answer };
    return `  ${id}: ${JSON.stringify(row)},`;
  });
  return `export const operationTable = {\n${rows.join('\n')}\n} as const;\n`;
}
