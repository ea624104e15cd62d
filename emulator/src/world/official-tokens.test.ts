import { expect, it } from 'vitest';
import { OFFICIAL_ACCOUNT } from '../identity.ts';
import { OfficialTokens } from './official-tokens.ts';

it('believe a token of an earlier process until the first rotation, and only the newest after it', () => {
  const earlier = new OfficialTokens();
  const first = earlier.rotate(OFFICIAL_ACCOUNT.firstRefreshToken, 0)?.refresh_token ?? '';
  const second = earlier.rotate(first, 0)?.refresh_token ?? '';
  expect(earlier.rotate(first, 0)).toBeNull();

  const restarted = new OfficialTokens();
  const third = restarted.rotate(second, 0)?.refresh_token ?? '';
  expect(third).not.toBe('');
  expect(restarted.rotate(second, 0)).toBeNull();
  expect(restarted.rotate(OFFICIAL_ACCOUNT.firstRefreshToken, 0)).toBeNull();
  expect(restarted.rotate(third, 0)).not.toBeNull();
});

it('never believe a token nobody gave', () => {
  expect(new OfficialTokens().rotate('oa-refresh.made-up.signature', 0)).toBeNull();
  expect(new OfficialTokens().rotate('', 0)).toBeNull();
});
