/**
 * What a handler is: a function of one operation of the contract. Its type is read from the contract, also what it knows
 * about its caller: a handler of level 0 has no citizen to look at, so it cannot use one by mistake.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { OperationId, operations, operationTable } from '@dvc/contract';
import type { FastifyBaseLogger } from 'fastify';

/** A live session; `token` is what the phone brought, kept only as long as the request lasts. */
export interface LiveSession {
  token: string;
  expiresAt: Date;
}

/** Somebody Zalo vouches for. `phone` is written `0987654321`, null until it was given (level 1). */
export interface Account {
  id: string;
  zaloId: string;
  zaloName: string | null;
  phone: string | null;
}

/** What the provincial ID says about a linked person (level 2). Dates of birth are `yyyy-mm-dd`. */
export interface VerifiedCitizen {
  id: string;
  idNumber: string;
  fullName: string;
  birthDate: string | null;
  address: string | null;
  assurance: string | null;
  linkedAt: Date;
}

type AccountWithPhone = Account & { phone: string };

interface CallerAtAccess {
  0: undefined;
  session: { session: LiveSession; account: Account };
  1: { session: LiveSession; account: AccountWithPhone };
  2: { session: LiveSession; account: AccountWithPhone; citizen: VerifiedCitizen };
  integration: { system: string; scopes: readonly string[] };
}

/** Who calls an operation, as far as its level lets the handler know. */
export type Caller<Id extends OperationId> = CallerAtAccess[(typeof operationTable)[Id]['access']];

type Stated<T> = [NonNullable<T>] extends [never] ? Record<string, never> : NonNullable<T>;
type LowerCased<T> = { [K in keyof T as Lowercase<K & string>]: T[K] };
type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : Operation extends { requestBody: { content: { 'application/pdf': unknown } } }
    ? Buffer
    : Operation extends { requestBody: { content: { 'image/jpeg': unknown } } }
      ? Buffer
      : Operation extends { requestBody: { content: { 'application/x-www-form-urlencoded': infer Form } } }
        ? Form
        : undefined;

export interface Call<Id extends OperationId> {
  params: Stated<operations[Id]['parameters']['path']>;
  query: Stated<operations[Id]['parameters']['query']>;
  /** Header names in lower case. */
  headers: LowerCased<Stated<operations[Id]['parameters']['header']>>;
  body: BodyOf<operations[Id]>;
  /** The bytes `body` was read from; only of operations whose callers sign them. */
  rawBody: Buffer | undefined;
  caller: Caller<Id>;
  requestId: string;
  log: FastifyBaseLogger;
  /** Hands Node's own request and response to somebody else (tus); answer `takenOver` afterwards. */
  takeOver(): { request: IncomingMessage; response: ServerResponse };
}

/** The answer of a handler which called `takeOver`. */
export const takenOver = { status: 'taken-over' } as const;

export type ReplyHeaders = Record<string, string>;

type ReplyOf<Status, Response> = Response extends { content: { 'application/json': infer Body; 'text/xml': string } }
  ? // `body` is checked; `raw` is the same in writing.
    { status: Status; body: Body; raw?: string; headers: ReplyHeaders }
  : Response extends { content: { 'application/json': infer Body } }
    ? { status: Status; body: Body; headers?: ReplyHeaders }
    : Response extends { content: { 'application/problem+json': unknown } }
      ? Response extends { content: { 'text/html': unknown } }
        ? { status: Status; raw: string; headers?: ReplyHeaders }
        : never
      : Response extends { content: object }
        ? { status: Status; raw: string | Buffer | Readable; headers?: ReplyHeaders }
        : { status: Status; headers?: ReplyHeaders };

type RepliesOf<Responses> = { [Status in keyof Responses]: ReplyOf<Status, Responses[Status]> }[keyof Responses];

/** What may be answered: the successes of the contract. Refusals are thrown, see `refuse` in problem.ts. */
export type Reply<Id extends OperationId> = RepliesOf<operations[Id]['responses']> | typeof takenOver;

export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<Reply<Id>>;

/** Handlers by operation; a module gives its part. */
export type Handlers = { [Id in OperationId]?: Handler<Id> };

type Tag = (typeof operationTable)[OperationId]['tag'];

/** Every operation of one tag: what `create<Tag>Module(deps)` returns, none forgotten. */
export type ModuleHandlers<T extends Tag> = {
  [Id in OperationId as (typeof operationTable)[Id]['tag'] extends T ? Id : never]: Handler<Id>;
};
