import { randomUUID } from 'node:crypto';

interface LoginCode {
  verifier: string;
  personId: string;
  used: boolean;
}
export interface IssuedTokens {
  access_token: string;
  refresh_token: string;
  /** Seconds, as text: that is how Zalo writes it. */
  expires_in: string;
}

/** A person's tokens for our mini app: login code (+ verifier) → access token, refresh token. */
export class LoginTokens {
  readonly #codes = new Map<string, LoginCode>();
  readonly #access = new Map<string, { personId: string; expiresAt: number }>();
  readonly #refresh = new Map<string, string>();
  /** Seconds an access token lives. Zalo does not say; an hour is what integrators see. */
  lifetime = 3_600;

  startLogin(personId: string): { code: string; verifier: string } {
    const code = `code.${randomUUID()}`;
    const verifier = `verifier.${randomUUID()}`;
    this.#codes.set(code, { verifier, personId, used: false });
    return { code, verifier };
  }

  /** @param verifier null on the old v3 endpoint, which has none. */
  exchangeCode(code: string, verifier: string | null, now: number): IssuedTokens | null {
    const found = this.#codes.get(code);
    if (found === undefined || found.used) return null;
    if (verifier !== null && found.verifier !== verifier) return null;
    found.used = true;
    return this.issue(found.personId, now);
  }

  exchangeRefresh(token: string, now: number): IssuedTokens | null {
    const personId = this.#refresh.get(token);
    if (personId === undefined) return null;
    this.#refresh.delete(token);
    return this.issue(personId, now);
  }

  issue(personId: string, now: number): IssuedTokens {
    const access = `access.${randomUUID()}`;
    const refresh = `refresh.${randomUUID()}`;
    this.#access.set(access, { personId, expiresAt: now + this.lifetime * 1000 });
    this.#refresh.set(refresh, personId);
    return { access_token: access, refresh_token: refresh, expires_in: String(this.lifetime) };
  }

  /** Whose token this is, if it is one and still alive. */
  ownerOf(access: string, now: number): string | null {
    const found = this.#access.get(access);
    return found !== undefined && found.expiresAt > now ? found.personId : null;
  }
}
