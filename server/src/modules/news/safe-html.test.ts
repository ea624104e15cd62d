import { articleLink, isArticleElement, pictureIn } from '@dvc/contract/article-html';
import { hostileHtml } from '@dvc/contract/hostile-html';
import { describe, expect, test } from 'vitest';
import { makeSafe } from './safe-html.ts';

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['data-picture'],
  th: ['colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
};

/** Everything between `<` and `>` must be an allowed element with allowed attributes, and nothing else may hold either. */
function faultsOf(html: string): string[] {
  const faults: string[] = [];
  const tags = /<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)( ?\/)?>/g;
  const rest = html.replace(tags, (_, _slash: string, name: string, attributes: string) => {
    if (!isArticleElement(name)) faults.push(`<${name}>`);
    for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      if (ALLOWED[name]?.includes(attribute) !== true) faults.push(`${name} ${attribute}`);
      if (attribute === 'href' && articleLink(value.replaceAll('&amp;', '&')) === undefined) faults.push(value);
      if (attribute === 'data-picture' && pictureIn(value) === undefined) faults.push(value);
    }
    return '';
  });
  if (/[<>]/.test(rest)) faults.push(`unread: ${rest.slice(0, 80)}`);
  return faults;
}

describe('HTML from elsewhere', () => {
  test.each(Object.entries(hostileHtml))('%s is made harmless, and stays so', (_, html) => {
    const { html: safe } = makeSafe(html);
    expect(faultsOf(safe)).toEqual([]);
    expect(makeSafe(safe).html).toBe(safe);
  });

  test('what can be read stays readable', () => {
    const lost = Object.entries(hostileHtml).filter(([, html]) => !makeSafe(html).html.includes('đọc được'));
    expect(lost.map(([name]) => name)).toEqual([]);
  });

  test('the check itself sees what is wrong', () => {
    for (const html of ['<script>', '<p onclick="x">', '<a href="javascript:x">', '<img src="x">', '<p', 'a < b']) {
      expect(faultsOf(html), html).not.toEqual([]);
    }
  });

  test('an article as editors write it comes through', () => {
    const html =
      '<h2>Đầu đề</h2><p>Chữ <strong>đậm</strong> và <em>nghiêng</em><br />dòng hai &amp; ba</p><ul><li>một</li></ul>' +
      '<p><a href="https://tayninh.gov.vn/a?b=1&amp;c=2">trang</a> <a href="tel:1022">gọi</a> <a href="/tra-cuu">tra cứu</a></p>' +
      '<figure><img data-picture="90a7c1e0-0000-4000-8000-0000000000a1" /><figcaption>Ảnh</figcaption></figure>' +
      '<table><tbody><tr><td colspan="2">ô</td></tr></tbody></table>';
    expect(makeSafe(html)).toEqual({ html, pictures: ['90a7c1e0-0000-4000-8000-0000000000a1'], takenOut: [] });
  });

  test('headings and bold of other editors become ours; the editor is told what was taken out', () => {
    const { html, takenOut } = makeSafe(
      '<h1>A</h1><div><b>B</b><font>C</font></div><a href="javascript:x">D</a><img src="e.png">',
    );
    expect(html).toBe('<h2>A</h2><p><strong>B</strong>C</p>D');
    expect(takenOut).toEqual(['<font>', 'liên kết javascript:x', 'ảnh e.png']);
  });
});
