import { describe, expect, test } from 'vitest';
import { createLog, describeError } from './log.ts';
import { redactText } from './redaction.ts';

describe('redaction', () => {
  test.each([
    ['Authorization: Bearer abc.def-123', 'abc.def-123'],
    ['{"authorization":"Bearer s3cr3t-token"}', 's3cr3t-token'],
    ['{"accessToken":"access.1234"}', 'access.1234'],
    ['{"access_token": "access.1234"}', 'access.1234'],
    ['refresh_token=abcdef&app_id=1', 'abcdef'],
    ['secret_key: hush', 'hush'],
    ['appsecret_proof=00ff', '00ff'],
    ['GET /identity/start?ticket=abc', 'ticket=abc'],
    ['/identity/callback?state=s&code=c', 'code=c'],
    ['number 072188000001 of somebody', '072188000001'],
    ['072 188 000 001', '188'],
    ['call 0987654321 now', '0987654321'],
    ['call +84 987 654 321 now', '654'],
    ['call 0987.654.321 now', '654'],
    ['84900000001', '84900000001'],
    ['Key (phone)=(0900000001) already exists.', '0900000001'],
    ['token Zl1kq7b2wq9sPz0W3uTtYvXx4R5e6N7m8L9k0J1h2Gf here', 'Zl1kq7b2wq9'],
  ])('%s', (text, secret) => {
    expect(redactText(text)).not.toContain(secret);
  });

  test.each([
    '{"time":"2026-11-23T08:00:00.123Z","level":"info","operation":"readDossier","status":200,"ms":12}',
    '{"requestId":"0b7e2c52-3c40-4c0e-8a65-1f1d64a5b00f"}',
    'listening on 127.0.0.1:5301',
    'took 0.123456789 s',
    'H53-261123-0042',
  ])('%s stays as it is', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

test('an error of the database is logged by code and place, not by what it quotes', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "Nguyễn Thị Ánh"'), {
    code: '22P02',
    detail: 'Key (zalo_name)=(Kim Chi)',
    params: ['Nguyễn'],
  });
  const described = JSON.stringify(describeError(error));
  expect(described).toContain('22P02');
  expect(described).not.toMatch(/Nguyễn|Kim Chi/);
});

test('every line of the log is JSON, redacted, whatever is logged', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  log.info({ phone: '0987654321', deep: { idNumber: '072188000001' } }, 'Bearer abcdefgh');
  log.error({ err: new Error('failed for 0987654321', { cause: new Error('Bearer zzzzzzzz') }) }, 'oh');
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  expect(lines.join()).not.toMatch(/0987654321|072188000001|abcdefgh|zzzzzzzz/);
});
