import { rightCaller } from './callers.ts';
import type { Client } from './client.ts';
import { contractOperations, resolve, type Operation, type Parameter } from './contract-document.ts';
import type { ConformanceOptions } from './options.ts';
import { sampleValue } from './sample-value.ts';

type Values = Record<string, string>;

/** How a thing is called where it is listed: `dossierId` is an `id`, `articleSlug` a `slug`. */
const namesOf = (parameter: string): string[] => [
  parameter,
  ...['Id', 'Code', 'Slug'].filter((end) => parameter.endsWith(end)).map((end) => end.toLowerCase()),
];

/** Every value under one of these names, however deep. */
function valuesUnder(json: unknown, names: readonly string[]): string[] {
  if (Array.isArray(json)) return json.flatMap((one) => valuesUnder(one, names));
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    names.includes(key) && (typeof value === 'string' || typeof value === 'number')
      ? [String(value)]
      : valuesUnder(value, names),
  );
}

/** The first member of this name, however deep. */
function memberNamed(json: unknown, name: string): unknown {
  if (typeof json !== 'object' || json === null) return undefined;
  if (!Array.isArray(json) && name in json) return (json as Record<string, unknown>)[name];
  for (const inner of Object.values(json)) {
    const found = memberNamed(inner, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

const readerAt = (path: string): Operation | undefined =>
  contractOperations.find((one) => one.path === path && one.method === 'get');

/** Whether the schema itself says which values there are: nothing has to exist for them. */
export function namesNoThing({ schema: part }: Parameter): boolean {
  const schema = resolve(part);
  return Array.isArray(schema['enum']) || schema['format'] === 'date';
}

/**
 * Finds what exists on a server by asking it what the contract says can be asked: `/news/{articleSlug}` is found in the answer
 * of `/news`, `/procedures/{procedureCode}/forms/{version}` in that of the procedure.
 */
export class Things {
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(
    private readonly client: Client,
    private readonly options: ConformanceOptions,
  ) {}

  /** The path's parameters with things that exist, or the name of the one for which nothing was found. */
  async fill(operation: Operation): Promise<{ values: Values } | { needs: string }> {
    const values: Values = { ...this.options.fixtures.requests?.[operation.id]?.path };
    const segments = operation.path.split('/');
    for (const [index, segment] of segments.entries()) {
      for (const [, name = ''] of segment.matchAll(/\{(\w+)\}/g)) {
        values[name] ??= (await this.#one(operation, { name, before: segments.slice(0, index) }, values)) ?? '';
        if (values[name] === '') return { needs: `a ${name} in ${segments.slice(0, index).join('/')}` };
      }
    }
    return { values };
  }

  async #one(
    operation: Operation,
    { name, before }: { name: string; before: readonly string[] },
    known: Values,
  ): Promise<string | undefined> {
    const given = this.options.fixtures.things;
    const parameter = operation.parameters.find((one) => one.name === name);
    const sample = parameter && namesNoThing(parameter) ? sampleValue(parameter.schema) : undefined;
    return (
      given?.[`${before.join('/')}/{${name}}`] ??
      (typeof sample === 'string' ? sample : undefined) ??
      given?.[name] ??
      this.#find(before, name, known)
    );
  }

  async #find(before: readonly string[], name: string, known: Values): Promise<string | undefined> {
    for (let length = before.length; length > 1; length -= 1) {
      const reader = readerAt(before.slice(0, length).join('/'));
      if (!reader) continue;
      const json = await this.#read(reader, known);
      const collection = memberNamed(json, before.at(-1) ?? '') ?? memberNamed(json, 'items') ?? json;
      const [found] = valuesUnder(collection, namesOf(name));
      // `version` of a form stands in its procedure as `formVersion`.
      return found ?? valuesUnder(json, [`form${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`])[0];
    }
    const noun = `/${name.replace(/(Id|Code|Slug)$/, '')}s`;
    const reader = readerAt(noun) ?? readerAt(`/integration${noun}`);
    return reader && valuesUnder(await this.#read(reader, known), namesOf(name))[0];
  }

  #read(operation: Operation, known: Values): Promise<unknown> {
    const caller = rightCaller(operation, this.options);
    if ('needs' in caller) return Promise.resolve(undefined);
    const url = addressOf(operation, known, this.options.fixtures.requests?.[operation.id]?.query);
    const asked =
      this.#answers.get(url) ??
      this.client
        .ask({ method: 'get', url, token: caller.token })
        .then(({ json, status }) => (status < 300 ? json : {}));
    this.#answers.set(url, asked);
    return asked;
  }
}

/** The address of an operation: its path with these values, and the query it cannot do without. */
export function addressOf(operation: Operation, values: Values, given: Readonly<Values> = {}): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? ''));
  const query = new URLSearchParams(given);
  for (const { name, in: place, required, schema } of operation.parameters) {
    if (place === 'query' && required && !query.has(name)) query.set(name, String(sampleValue(schema)));
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
