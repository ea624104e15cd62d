import { createHmac, randomUUID } from 'node:crypto';
import { OFFICIAL_ACCOUNT } from '../identity.ts';

export type OfficialTokenState = 'good' | 'invalid' | 'expired';

const signatureOf = (name: string): string =>
  createHmac('sha256', OFFICIAL_ACCOUNT.appSecret).update(name).digest('base64url');

const newRefreshToken = (): string => {
  const name = randomUUID();
  return `oa-refresh.${name}.${signatureOf(name)}`;
};

/** Whether some emulator gave this token, be it an earlier process. */
const isOurs = (token: string): boolean => {
  const [kind, name = '', signature] = token.split('.');
  return kind === 'oa-refresh' && signature === signatureOf(name);
};

/**
 * The Official Account's tokens. A refresh token works once; using it kills the old refresh token and the old access
 * token at the same moment, so whoever loses the answer has lost the account until an administrator consents again.
 *
 * A province's server keeps its newest token in its database and outlives this process. So until the first rotation any
 * refresh token an emulator ever gave is believed; from then on only the newest one.
 */
export class OfficialTokens {
  static readonly lifetimeSeconds = 90_000;
  #refresh: string = OFFICIAL_ACCOUNT.firstRefreshToken;
  #access: { token: string; expiresAt: number } | null = null;
  #hasRotated = false;

  rotate(
    refreshToken: string,
    now: number,
  ): { access_token: string; refresh_token: string; expires_in: string } | null {
    const isInherited = !this.#hasRotated && isOurs(refreshToken);
    if (refreshToken !== this.#refresh && !isInherited) return null;
    this.#hasRotated = true;
    this.#refresh = newRefreshToken();
    this.#access = {
      token: `oa-access.${randomUUID()}`,
      expiresAt: now + OfficialTokens.lifetimeSeconds * 1000,
    };
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
