import { createHash } from 'node:crypto';
import type { Province } from './province.ts';
import type { Settings } from './settings.ts';

/** A page for a browser: plain words, one way on, no script, nobody's data but a masked name. */
export interface Page {
  raw: string;
  headers: Record<string, string>;
}

const styleOf = ({
  brand,
  brandStrong,
  brandSoft,
}: Province['colours']) => `*{box-sizing:border-box}body{margin:0;background:#f5f7f9;color:#14202b;font:18px/1.5 -apple-system,BlinkMacSystemFont,Roboto,"Noto Sans",system-ui,sans-serif}
header{background:#fff;border-bottom:1px solid #d7dee5;padding:16px 20px;font-weight:600}
main{max-width:640px;margin:auto;padding:24px 20px}h1{font-size:24px;line-height:1.3;margin:0 0 12px}p{margin:0 0 16px}
.who{background:${brandSoft};border-radius:12px;padding:16px}.who strong{display:block;font-size:20px}
a{display:block;text-align:center;padding:14px 16px;margin:0 0 16px;border-radius:10px;font-weight:600;min-height:48px;color:${brandStrong};border:1px solid #6b7a88;background:#fff;text-decoration:none}
dl{margin:0 0 16px}dt{color:#44525f;font-size:16px}dd{margin:0 0 12px;font-weight:600;overflow-wrap:anywhere}.yes,.no{border-radius:12px;padding:16px;font-weight:600}.yes{background:#e3f4e8;color:#0d4f26}.no{background:#fdeaea;color:#7a1414}a.main{background:${brand};border-color:${brand};color:#fff}a:focus-visible{outline:3px solid #14202b;outline-offset:2px}.small{color:#44525f}`;

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

export const link = (href: string, words: string, look: 'main' | 'second'): string =>
  `<a class="${look}" href="${escapeHtml(href)}" rel="noreferrer">${escapeHtml(words)}</a>`;

export const paragraph = (words: string, look?: string): string =>
  `<p${look ? ` class="${look}"` : ''}>${escapeHtml(words)}</p>`;

/** Labels and values. */
export const facts = (pairs: readonly (readonly [label: string, value: string])[]): string =>
  `<dl>${pairs.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;

/** Makes pages in the look of one province. */
export function createPlainPage(province: Province, settings: Settings) {
  const style = styleOf(province.colours);
  const styleHash = createHash('sha256').update(style).digest('base64');
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${settings.EMBEDDED_IN ?? "'none'"}`,
    ].join('; '),
  };
  return (title: string, ...content: string[]): Page => ({
    headers,
    raw: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><header>${escapeHtml(province.appName)}</header><main><h1>${escapeHtml(title)}</h1>${content.join('')}</main></body></html>`,
  });
}
