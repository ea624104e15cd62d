import type { OperationId } from '@dvc/contract';
import { expect } from 'vitest';

/** The same for everybody, and public: only these may be kept by a cache. */
const CACHED: readonly OperationId[] = [
  ...(['readForm', 'readKeys', 'readNewsPicture', 'readNumbers', 'readNumbersTable', 'readReportPhoto'] as const),
];

interface Answered {
  status: number;
  headers: Record<string, unknown>;
}

/**
 * What every answer carries, whatever kind it is of: nothing is sniffed, framed, run, told to others by the address, or kept
 * by a cache, and there are no cookies. The table in docs/security.md says it for people.
 */
export function assertSafeHeaders(id: OperationId | 'none', { status, headers }: Answered): void {
  const what = `${id} ${status}`;
  expect(headers, what).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'SAMEORIGIN',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
  });
  const policy = String(headers['content-security-policy']);
  expect(policy, what).toContain("default-src 'none'");
  expect(policy, what).toMatch(/frame-ancestors 'none'|^sandbox;/);
  expect(policy, what).not.toMatch(/unsafe|script-src|\*/);
  const kept = String(headers['cache-control']);
  if (status < 300 && id !== 'none' && CACHED.includes(id)) expect(kept, what).toMatch(/^public, max-age=/);
  else expect(kept, what).toBe('no-store');
  for (const name of ['set-cookie', 'x-powered-by', 'server', 'access-control-allow-credentials']) {
    expect(headers[name], `${what} ${name}`).toBeUndefined();
  }
  const type = typeof headers['content-type'] === 'string' ? headers['content-type'] : '';
  // A page, and whatever a browser could take for one, is ours and runs nothing; all else of other types is saved, not shown.
  expect(type, what).not.toMatch(/javascript|svg|xhtml/);
  if (type === 'application/pdf' || type === 'application/zip') {
    expect(headers['content-disposition'], what).toMatch(/^attachment; filename=/);
  }
}
