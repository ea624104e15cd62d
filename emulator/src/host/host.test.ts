import { describe, expect, it } from 'vitest';
import { COVERAGE, EMULATED_ACTIONS, REFUSED_ACTIONS } from '../native/coverage.ts';
import { ACTIONS } from './action-table.ts';
import { pathOfLink } from './bare-signals.ts';
import { rewriteUrl } from './rewriting.ts';
import { withoutPhone } from './which-phone.ts';

describe('the coverage table', () => {
  it('has a handler for every action it calls emulated, and none for what it refuses', () => {
    expect([...EMULATED_ACTIONS].filter((action) => ACTIONS[action] === undefined)).toEqual([]);
    expect([...REFUSED_ACTIONS].filter((action) => ACTIONS[action] !== undefined)).toEqual([]);
  });

  it('names no action both ways, and says why it refuses', () => {
    expect([...REFUSED_ACTIONS].filter((action) => EMULATED_ACTIONS.has(action))).toEqual([]);
    const silent = Object.entries(COVERAGE).filter(([, entry]) => entry.how === 'refused' && entry.because === '');
    expect(silent).toEqual([]);
  });
});

describe('addresses', () => {
  const places = {
    zaloHosts: ['h5.zalo.me', 'graph.zalo.me'],
    apiOrigins: ['https://smart.tayninh.example'],
    serverOrigin: 'http://127.0.0.1:5301',
  };
  const page = { origin: 'http://h5.zdn.vn.localhost:5300', href: 'http://h5.zdn.vn.localhost:5300/zapps/1/ho-so' };
  const to = (url: string): string => rewriteUrl(url, places, page);

  it("lead Zalo's hosts to the clouds and the province's origin to the local server", () => {
    expect(to('https://graph.zalo.me/v2.0/me?fields=id')).toBe(
      `${page.origin}/__zalo__/graph.zalo.me/v2.0/me?fields=id`,
    );
    expect(to('https://smart.tayninh.example/procedures?q=a#b')).toBe('http://127.0.0.1:5301/procedures?q=a#b');
  });

  it('stay as they are for everything else', () => {
    for (const url of ['/zapps/1/x.js', 'blob:http://a/1', 'https://smart.tayninh.example.evil.example/a', 'data:,']) {
      expect(to(url)).toBe(url);
    }
  });

  it('lose the name of the phone and nothing else', () => {
    expect(withoutPhone('?zalo_phone=may-1')).toBe('');
    expect(withoutPhone('?a=%20b&zalo_phone=may-1')).toBe('?a=%20b');
    expect(withoutPhone('?zalo_phone=may-1&a=1&b')).toBe('?a=1&b');
    expect(withoutPhone('?a=1&zalo_phone=x&b=2')).toBe('?a=1&b=2');
  });

  it('of deep links give the path inside the app, for this app only', () => {
    expect(pathOfLink('https://zalo.me/s/12/ho-so/1?a=b', '12')).toBe('/ho-so/1?a=b');
    expect(pathOfLink('http://zalo.vn.localhost:5300/s/12/', '12')).toBe('/');
    expect(pathOfLink('https://zalo.me/s/12?utm_source=oa', '12')).toBe('/?utm_source=oa');
    expect(pathOfLink('https://zalo.me/s/13/x', '12')).toBeNull();
    expect(pathOfLink('https://example.com/', '12')).toBeNull();
  });
});
