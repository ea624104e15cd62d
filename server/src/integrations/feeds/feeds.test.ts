import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchFeed, isInside } from './fetch-feed.ts';
import { readFeed } from './read-feed.ts';

describe('feeds are read', () => {
  test('RSS, with what publishers add to it', () => {
    const { title, items } = readFeed(`<?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Cổng tỉnh</title>
      <image><title>Ảnh</title></image>
      <item><guid>a1</guid><title>Mưa &amp; gió</title><link>https://a.example/1</link>
        <description>Ngắn</description><content:encoded><![CDATA[<p>Dài <b>lắm</b></p>]]></content:encoded>
        <pubDate>Thu, 26 Nov 2026 08:00:00 +0700</pubDate></item>
      <item><title>Không mã</title><link>https://a.example/2</link><description>&lt;p&gt;Chữ&lt;/p&gt;</description></item>
      <item><title>Không gì cả</title></item>
      </channel></rss>`);
    expect(title).toBe('Cổng tỉnh');
    expect(items).toEqual([
      {
        guid: 'a1',
        title: 'Mưa & gió',
        html: '<p>Dài <b>lắm</b></p>',
        link: 'https://a.example/1',
        publishedAt: new Date('2026-11-26T01:00:00Z'),
      },
      {
        guid: 'https://a.example/2',
        title: 'Không mã',
        html: '<p>Chữ</p>',
        link: 'https://a.example/2',
        publishedAt: undefined,
      },
    ]);
  });

  test('Atom', () => {
    const { title, items } = readFeed(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Báo</title>
      <entry><id>urn:1</id><title>Tin</title><link rel="self" href="https://a.example/x"/>
      <link href="https://a.example/1"/><updated>2026-11-26T01:00:00Z</updated>
      <content type="xhtml"><div>Một <i>hai</i> &lt;script></div></content></entry></feed>`);
    expect(title).toBe('Báo');
    expect(items).toMatchObject([{ guid: 'urn:1', html: 'Một hai &lt;script&gt;', link: 'https://a.example/1' }]);
  });

  test('hostile ones expand nothing, read no file, and end', () => {
    const bomb = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${String(n + 1)} "${`&e${String(n)};`.repeat(10)}">`);
    const xml = `<!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${bomb.join('')}]>
      <rss><channel><item><guid>1</guid><title>Tin &e9; &file;</title><description>&e9;</description></item></channel></rss>`;
    const { items } = readFeed(xml);
    expect(JSON.stringify(items).length).toBeLessThan(200);
    expect(JSON.stringify(items)).not.toMatch(/root:|haha/);
    expect(() => readFeed(`<rss>${'<a>'.repeat(100_000)}</rss>`)).toThrow('nested too deeply');
    expect(() => readFeed('<html><body>Đăng nhập</body></html>')).toThrow('neither RSS nor Atom');
    expect(() => readFeed('')).toThrow('neither RSS nor Atom');
    const many = '<item><guid>1</guid><title>Tin</title></item>'.repeat(2000);
    expect(readFeed(`<rss><channel>${many}`).items).toHaveLength(50);
  });
});

describe('feeds are fetched', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function serve(answer: RequestListener): Promise<{ url: string; place: string }> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((done) => server.once('listening', done));
    const place = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    return { url: `http://${place}/rss`, place };
  }

  test('only from the open web by https, or from where the operator said', async () => {
    const { url, place } = await serve((_, response) => response.end('<rss/>'));
    expect(await fetchFeed(url, { trusted: [place] })).toBe('<rss/>');
    for (const hostile of [
      url,
      'http://portal.example/rss',
      `https://${place}/rss`,
      'https://localhost/rss',
      'https://[::1]/rss',
      'https://169.254.169.254/latest/meta-data',
      'https://[::ffff:10.0.0.1]/rss',
      'https://a:b@portal.example/rss',
      'file:///etc/passwd',
    ]) {
      await expect(fetchFeed(hostile), hostile).rejects.toThrow(/FeedRefused|not https|leads inside|password/);
    }
    for (const address of ['10.1.2.3', '172.31.0.1', '192.168.1.1', '100.64.0.1', 'fd00::1', 'fe80::1', '0.0.0.0']) {
      expect(isInside(address), address).toBe(true);
    }
    expect(isInside('203.113.0.1') || isInside('2402:800::1')).toBe(false);
  });

  test('a redirect to the inside is not followed, nor one round and round', async () => {
    let asked = 0;
    const secret = await serve((_, response) => {
      asked += 1;
      response.end('<rss>bí mật</rss>');
    });
    const leading = await serve((_, response) => response.writeHead(302, { location: secret.url }).end());
    await expect(fetchFeed(leading.url, { trusted: [leading.place] })).rejects.toThrow('not https');
    expect(asked).toBe(0);
    const round = await serve((_, response) => response.writeHead(302, { location: '/rss' }).end());
    await expect(fetchFeed(round.url, { trusted: [round.place] })).rejects.toThrow('leads on and on');
  });

  test('what is endless, slow, packed or an error page is given up', async () => {
    const endless = await serve((_, response) => {
      response.writeHead(200);
      const pour = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
      };
      response.on('drain', pour);
      pour();
    });
    await expect(fetchFeed(endless.url, { trusted: [endless.place] })).rejects.toThrow('more than 2097152 bytes');
    const slow = await serve((_, response) => void response.write('<rss>'));
    await expect(fetchFeed(slow.url, { trusted: [slow.place], timeoutMs: 300 })).rejects.toThrow(/abort|timeout/i);
    const packed = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'));
    await expect(fetchFeed(packed.url, { trusted: [packed.place] })).rejects.toThrow('packed as gzip');
    const broken = await serve((_, response) => response.writeHead(503).end());
    await expect(fetchFeed(broken.url, { trusted: [broken.place] })).rejects.toThrow('answered 503');
  });
});
