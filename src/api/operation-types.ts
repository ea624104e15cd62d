import type { OperationId, operations } from '@dvc/contract';

type Parameters<Id extends OperationId> = operations[Id]['parameters'];

/** Drops what an operation does not take, and makes what it may do without optional. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : undefined extends Value
    ? Partial<Record<Name, NonNullable<Value>>>
    : Record<Name, Value>;

type JsonBody<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? { body: Body }
  : unknown;

/** What an operation is called with, in the names of the server's handlers. */
export type OperationInput<Id extends OperationId> = Part<'params', Parameters<Id>['path']> &
  Part<'query', Parameters<Id>['query']> &
  Part<'headers', Parameters<Id>['header']> &
  JsonBody<Id>;

type Good<Responses> = Responses extends { 200: infer Answer }
  ? Answer
  : Responses extends { 201: infer Answer }
    ? Answer
    : undefined;

/** The JSON of a good answer; undefined where there is none (204). */
export type OperationOutput<Id extends OperationId> =
  Good<operations[Id]['responses']> extends { content: { 'application/json': infer Answer } } ? Answer : undefined;

/** Optional where everything in it is. */
export type InputArguments<Id extends OperationId> =
  Record<string, never> extends OperationInput<Id> ? [input?: OperationInput<Id>] : [input: OperationInput<Id>];

/** The same, for code that treats all operations alike. */
export interface AnyInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  headers?: Record<string, string>;
  body?: unknown;
}
