import type { OperationId } from '@dvc/contract';
import { operationTable } from '@dvc/contract';
import type { FastifyRequest } from 'fastify';
import type { Database } from '#db';
import type { Clock } from './clock.ts';
import type { Account, LiveSession, VerifiedCitizen } from './handler.ts';
import { findIntegration, type IntegrationKey } from './integration-keys.ts';
import { findBearer, levelOf } from './live-session.ts';
import { refuse } from './problem.ts';

/** Anyone who may call anything; each operation's type shows its handler only its part. */
export type AnyCaller =
  | undefined
  | { session: LiveSession; account: Account; citizen?: VerifiedCitizen }
  | { system: string; scopes: readonly string[] };

interface Gate {
  db: Database;
  clock: Clock;
  integrationKeys: readonly IntegrationKey[];
}

function bearerToken(request: FastifyRequest): string {
  const [, token] = /^Bearer ([\w.~+/=-]{1,500})$/i.exec(request.headers.authorization ?? '') ?? [];
  return token ?? refuse('session-missing');
}

/**
 * The one place where levels are enforced: who calls, by the contract's `security` of the operation. Refuses
 * `session-missing`, `session-expired`, `level-too-low`, `forbidden`. Runs before a body is read.
 */
export async function admit(id: OperationId, request: FastifyRequest, gate: Gate): Promise<AnyCaller> {
  const { access, scopes }: { access: 0 | 1 | 2 | 'session' | 'integration'; scopes: readonly string[] } =
    operationTable[id];
  if (access === 0) return undefined;
  const token = bearerToken(request);
  if (access === 'integration') {
    const key = findIntegration(gate.integrationKeys, token) ?? refuse('session-expired');
    if (!scopes.every((scope) => key.scopes.includes(scope))) refuse('forbidden');
    return { system: key.system, scopes: key.scopes };
  }
  const bearer = (await findBearer(gate.db, token, gate.clock.now())) ?? refuse('session-expired');
  const { session, account, citizen } = bearer;
  if (access !== 'session' && levelOf(bearer) < access) refuse('level-too-low', { level: access });
  return access === 2 && citizen ? { session, account, citizen } : { session, account };
}
