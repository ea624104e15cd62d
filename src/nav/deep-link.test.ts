import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeDeepLink, readDeepLink } from './deep-link';
import { paths } from './paths';

describe('links that lead somewhere', () => {
  test.each([
    ['/', '/'],
    ['', '/'],
    ['/thu-tuc', '/thu-tuc'],
    ['/thu-tuc/', '/thu-tuc'],
    ['/thu-tuc/1.001193', '/thu-tuc/1.001193'],
    ['/thu-tuc?q=khai%20sinh', '/thu-tuc?q=khai+sinh'],
    ['/ho-so/6f1c2a34-0000-4000-8000-000000000001', '/ho-so/6f1c2a34-0000-4000-8000-000000000001'],
    ['/ho-so/nop/1.001193?nhap=d1&buoc=be', '/ho-so/nop/1.001193?nhap=d1&buoc=be'],
    ['/lien-ket?ma=AbC_-9&utm_source=tay-ninh-id', '/lien-ket?ma=AbC_-9'],
    ['/lien-ket?ket-qua=chua-lien-ket', '/lien-ket?ket-qua=chua-lien-ket'],
  ])('%s', (raw, path) => {
    expect(judgeDeepLink(raw === '' ? '/' : raw)).toEqual({ path });
  });

  test('what the platform adds, and whatever else is unknown, never reaches a screen', () => {
    const added = 'env=TESTING&version=7&zshareId=abc&utm_source=oa&typeInapp=1&nop=1&submit=true#/x';
    expect(judgeDeepLink(`/thu-tuc?q=x&${added}`)).toEqual({ path: '/thu-tuc?q=x' });
    expect(judgeDeepLink(`/?${added}`)).toEqual({ path: '/' });
  });

  test('every path of the table is recognised as itself', () => {
    const given = {
      code: '1.001193',
      procedureCode: '2.000635',
      id: 'abc',
      topic: 'y-te',
      billId: 'b1',
      orderId: 'o1',
      slug: 'mua-lon',
    };
    for (const write of Object.values(paths) as ((given: object) => string)[]) {
      expect(judgeDeepLink(write(given))).toEqual({ path: write(given) });
    }
  });
});

describe('links that lead home, with a sentence there', () => {
  test.each([
    ['another site', '//evil.example'],
    ['another site, with a scheme', 'https://evil.example/thu-tuc'],
    ['another site, by backslashes', '/\\evil.example'],
    ['code', 'javascript:alert(1)'],
    ['code, encoded', '/javascript%3Aalert(1)'],
    ['upwards', '/thu-tuc/../ho-so'],
    ['upwards, encoded', '/thu-tuc/%2e%2e/ho-so'],
    ['upwards, encoded twice', '/thu-tuc/%252e%252e'],
    ['a separator, encoded', '/thu-tuc/1%2f2'],
    ['a separator, encoded twice', '/thu-tuc/1%252f2'],
    ['a NUL', '/thu-tuc/\u0000'],
    ['a NUL, encoded', '/thu-tuc/%00'],
    ['a line break', '/thu-tuc/1\n2'],
    ['a broken escape', '/thu-tuc/%E0%A4%A'],
    ['an empty segment', '/thu-tuc//1'],
    ['an over-long path', `/thu-tuc/${'a'.repeat(700)}`],
    ['an over-long segment', `/thu-tuc/${'a'.repeat(81)}`],
    ['markup', '/thu-tuc/<script>'],
    ['nowhere', '/khong-co'],
    ['too deep', '/thu-tuc/1/2'],
    ['a relative path', 'thu-tuc'],
  ])('%s', (_, raw) => {
    const verdict = judgeDeepLink(raw);
    expect(verdict.path).toBe('/');
    expect(verdict.refused).toMatch(/malformed|unknown/);
  });

  test('a bad value of a known key is dropped, and the place opens', () => {
    expect(readDeepLink(`/thu-tuc?q=${'a'.repeat(301)}`)).toBe('/thu-tuc');
    expect(readDeepLink('/thu-tuc?q=a%00b')).toBe('/thu-tuc');
  });
});

describe('whatever comes in', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.webUrl(),
    fc.stringMatching(/^[/\\.%a-z0-9?&=#:@-]{0,60}$/),
    fc
      .tuple(fc.constantFrom(...Object.values(paths).map(({ pattern }) => pattern)), fc.string())
      .map(([a, b]) => a + b),
  );

  test('what comes out is one of our paths, stays at this origin, and reads the same again', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        const path = readDeepLink(raw);
        const url = new URL(path, 'https://h5.zdn.vn');
        expect(url.origin).toBe('https://h5.zdn.vn');
        expect(url.pathname + url.search).toBe(path);
        expect(judgeDeepLink(path)).toEqual({ path });
      }),
      { numRuns: 2_000 },
    );
  });
});
