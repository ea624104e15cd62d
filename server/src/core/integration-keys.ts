import { sameHash, sha256 } from './secrets.ts';
import { BadSettings } from './settings.ts';

export interface IntegrationKey {
  system: string;
  scopes: readonly string[];
  secretHash: string;
}

/**
 * Reads `name:scope+scope:secret,…`. A scope is written `dossiers:read` or `dossiers.read`; the contract says the former.
 * Throws `BadSettings` without showing any secret.
 */
export function readIntegrationKeys(text: string): IntegrationKey[] {
  const keys = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part, index) => {
      const [, system, scopes, secret] = /^([\w-]+):([\w.:+-]+):([^:]{16,})$/.exec(part) ?? [];
      if (!system || !scopes || !secret) {
        throw new BadSettings(
          `INTEGRATION_KEYS: entry ${index + 1} is not name:scope+scope:secret (secret of 16 or more)`,
        );
      }
      return { system, scopes: scopes.split('+').map((scope) => scope.replace('.', ':')), secretHash: sha256(secret) };
    });
  // Of two entries with one secret the second would never be found, and its scopes with it.
  const twice = keys.find(({ secretHash }, index) => keys.slice(0, index).some((one) => one.secretHash === secretHash));
  if (twice) throw new BadSettings(`INTEGRATION_KEYS: ${twice.system} has the secret of an entry before it`);
  return keys;
}

/** The system a key belongs to. Every key is compared, so that the time taken says nothing. */
export function findIntegration(keys: readonly IntegrationKey[], secret: string): IntegrationKey | undefined {
  const hash = sha256(secret);
  return keys.filter(({ secretHash }) => sameHash(secretHash, hash))[0];
}
