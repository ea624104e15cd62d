import type { Operation } from './contract-document.ts';
import type { ConformanceOptions } from './options.ts';

/** A token, or what is missing to have one. */
export type Credential = { token: string | undefined } | { needs: string };

/** A token nobody ever had. */
export const UNKNOWN_TOKEN = 'A'.repeat(43);

/** Somebody who may call an operation. */
export function rightCaller({ access, scopes }: Operation, options: ConformanceOptions): Credential {
  const { visitor, contact, citizen } = options.tokens;
  const given = (token: string | undefined, needs: string): Credential => (token === undefined ? { needs } : { token });
  switch (access) {
    case 0:
      return { token: undefined };
    case 'session':
      return given(citizen ?? contact ?? visitor, 'a session (VISITOR_TOKEN)');
    case 1:
      return given(citizen ?? contact, 'a session of level 1 (CONTACT_TOKEN)');
    case 2:
      return given(citizen, 'a session of level 2 (CITIZEN_TOKEN)');
    case 'integration': {
      const key = options.integrationKeys.find((one) => scopes.every((scope) => one.scopes.includes(scope)));
      return given(key?.secret, `an integration key with ${scopes.join(', ')} (INTEGRATION_KEYS)`);
    }
  }
}

export interface WrongCaller {
  who: string;
  credential: Credential;
  status: number;
  code: string;
  /** The level the refusal must name. */
  level?: number;
}

/** Everybody who may not call an operation, and how each is to be refused. */
export function wrongCallers({ access, scopes }: Operation, options: ConformanceOptions): WrongCaller[] {
  if (access === 0) return [];
  const { visitor, contact, citizen } = options.tokens;
  const nobody: WrongCaller[] = [
    { who: 'nobody', credential: { token: undefined }, status: 401, code: 'session-missing' },
    { who: 'an unknown token', credential: { token: UNKNOWN_TOKEN }, status: 401, code: 'session-expired' },
  ];
  const below = (who: string, token: string | undefined, needs: string, level: number): WrongCaller => ({
    ...{ who, status: 403, code: 'level-too-low', level },
    credential: token === undefined ? { needs } : { token },
  });
  if (access === 'session') return nobody;
  if (access === 1) return [...nobody, below('level 0', visitor, 'a session of level 0 (VISITOR_TOKEN)', 1)];
  if (access === 2) {
    return [
      ...nobody,
      below('level 0', visitor, 'a session of level 0 (VISITOR_TOKEN)', 2),
      below('level 1', contact, 'a session of level 1 (CONTACT_TOKEN)', 2),
    ];
  }
  const narrow = options.integrationKeys.find((one) => !scopes.some((scope) => one.scopes.includes(scope)));
  const someone = citizen ?? contact ?? visitor;
  return [
    ...nobody,
    {
      ...{ who: 'a citizen', status: 401, code: 'session-expired' },
      credential: someone === undefined ? { needs: 'a session (VISITOR_TOKEN)' } : { token: someone },
    },
    {
      ...{ who: 'a key without the scope', status: 403, code: 'forbidden' },
      credential: narrow
        ? { token: narrow.secret }
        : { needs: `a key without ${scopes.join(', ')} (INTEGRATION_KEYS)` },
    },
  ];
}
