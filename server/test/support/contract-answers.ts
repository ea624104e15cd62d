import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OperationId } from '@dvc/contract';
import { contractDocument, operationIn } from './contract-requests.ts';

interface Declared {
  content?: Record<string, { schema?: Record<string, unknown> }>;
  $ref?: string;
}

/** What came back. */
export interface SomeAnswer {
  status: number;
  contentType: string;
  /** HEAD has none. */
  body: string | undefined;
}

// A compiler of its own: the server's checks what the server says.
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'contract', ...contractDocument });
const compiled = new Map<object, ValidateFunction>();

function rooted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rooted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string' ? [key, `contract${inner}`] : [key, rooted(inner)],
    ),
  );
}

function validatorOf(schema: Record<string, unknown>): ValidateFunction {
  const known = compiled.get(schema) ?? ajv.compile(rooted(schema) as Record<string, unknown>);
  compiled.set(schema, known);
  return known;
}

function declaredFor(id: OperationId, status: number): Declared | undefined {
  const responses = operationIn(id)['responses'] as Record<string, Declared>;
  const found = responses[String(status)] ?? (status >= 400 ? responses['default'] : undefined);
  const name = found?.$ref?.split('/').at(-1);
  return name === undefined ? found : contractDocument.components['responses']?.[name];
}

/** What in an answer the contract does not know; undefined when it is as promised. */
export function undocumented(id: OperationId, { status, contentType, body }: SomeAnswer): string | undefined {
  const declared = declaredFor(id, status);
  if (declared === undefined) return `status ${status} is not in the contract`;
  const kinds = Object.keys(declared.content ?? {});
  if (body === undefined || (body === '' && kinds.length === 0)) return undefined;
  const type = contentType.split(';')[0]?.trim() ?? '';
  const media = declared.content?.[type];
  if (media === undefined)
    return `${status} in ${type || 'no type'}, the contract says ${kinds.join(', ') || 'nothing'}`;
  if (!/json/.test(type) || media.schema === undefined) return undefined;
  try {
    const validate = validatorOf(media.schema);
    if (validate(JSON.parse(body))) return undefined;
    return `${status}: ${ajv.errorsText(validate.errors)}`;
  } catch (error) {
    return `${status}: ${String(error)}`;
  }
}
