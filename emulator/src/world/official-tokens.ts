import { randomUUID } from 'node:crypto';
import { OFFICIAL_ACCOUNT } from '../identity.ts';

export type OfficialTokenState = 'good' | 'invalid' | 'expired';

/**
 * The Official Account's tokens. A refresh token works once; using it kills the old refresh token and the old access
 * token at the same moment, so whoever loses the answer has lost the account until an administrator consents again.
 */
export class OfficialTokens {
  static readonly lifetimeSeconds = 90_000;
  #refresh: string = OFFICIAL_ACCOUNT.firstRefreshToken;
  #access: { token: string; expiresAt: number } | null = null;
  rotations = 0;

  rotate(
    refreshToken: string,
    now: number,
  ): { access_token: string; refresh_token: string; expires_in: string } | null {
    if (refreshToken !== this.#refresh) return null;
    this.#refresh = `oa-refresh.${randomUUID()}`;
    this.#access = { token: `oa-access.${randomUUID()}`, expiresAt: now + OfficialTokens.lifetimeSeconds * 1000 };
    this.rotations += 1;
    return {
      access_token: this.#access.token,
      refresh_token: this.#refresh,
      expires_in: String(OfficialTokens.lifetimeSeconds),
    };
  }

  check(access: string, now: number): OfficialTokenState {
    if (this.#access === null || this.#access.token !== access) return 'invalid';
    return this.#access.expiresAt > now ? 'good' : 'expired';
  }

  /** An administrator gives consent anew: the sample refresh token works again. */
  consentAgain(): void {
    this.#refresh = OFFICIAL_ACCOUNT.firstRefreshToken;
  }
}
