import { createHash } from 'node:crypto';
import { maskName } from '#core/masking';
import type { Province } from '#core/province';
import type { Settings } from '#core/settings';

/** A page of the in-app browser: plain words, one way on, no script, nobody's data but a masked name. */
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
a.main{background:${brand};border-color:${brand};color:#fff}a:focus-visible{outline:3px solid #14202b;outline-offset:2px}.small{color:#44525f}`;

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const link = (href: string, words: string, look: 'main' | 'second'): string =>
  `<a class="${look}" href="${escapeHtml(href)}" rel="noreferrer">${escapeHtml(words)}</a>`;

const paragraph = (words: string, look?: string): string =>
  `<p${look ? ` class="${look}"` : ''}>${escapeHtml(words)}</p>`;

/** The pages between the provincial ID and Zalo, in the words of one province. */
export function createPages(province: Province, settings: Settings) {
  const appUrl = `${settings.ZALO_LINK_URL}/${settings.ZALO_APP_ID}`;
  const source = `utm_source=${province.id}-id`;
  const back = `Quay lại ${province.appName}`;
  const notLinked = `${appUrl}/lien-ket?ket-qua=chua-lien-ket&${source}`;
  const { name: identity, minimumAssurance } = province.identity;
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

  const page = (title: string, ...content: string[]): Page => ({
    headers,
    raw: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><header>${escapeHtml(province.appName)}</header><main><h1>${escapeHtml(title)}</h1>${content.join('')}</main></body></html>`,
  });

  return {
    /** The login went well; nothing is linked yet. */
    loggedIn(starterName: string | null, code: string): Page {
      const who = starterName === null ? 'chưa cho biết tên' : maskName(starterName);
      return page(
        'Còn một bước: quay lại Zalo',
        `<p class="who">Lần liên kết này do tài khoản Zalo<strong>${escapeHtml(who)}</strong>bắt đầu.</p>`,
        link(`${appUrl}/lien-ket?ma=${encodeURIComponent(code)}&${source}`, back, 'main'),
        paragraph('Nút này dùng được một lần, trong 5 phút.', 'small'),
        paragraph('Không phải bạn? Đóng trang này. Chưa có gì được liên kết.'),
      );
    },
    /** Cancelled, or the provider did not let the person in. */
    notLoggedIn: (): Page =>
      page(
        'Bạn chưa liên kết tài khoản',
        paragraph('Chưa có gì được chia sẻ. Phần bạn đang làm vẫn còn.'),
        paragraph('Bấm Liên kết khi bạn sẵn sàng.'),
        link(notLinked, back, 'main'),
      ),
    /** The provider knows the person, but not well enough. */
    assuranceTooLow: (): Page =>
      page(
        `Cần tài khoản ${identity} mức ${minimumAssurance}`,
        paragraph(
          `Tài khoản ${identity} này chưa được xác minh đến mức ${minimumAssurance}. ` +
            'Chưa có gì được liên kết. Phần bạn đang làm vẫn còn.',
        ),
        paragraph(
          `Hãy nâng tài khoản lên mức ${minimumAssurance}, rồi bấm Liên kết lần nữa. ` +
            `Cần hỏi cách làm, gọi ${province.contact.hotline}.`,
        ),
        link(notLinked, back, 'main'),
      ),
    /** The address was used before, is too old, or is not ours. */
    expired: (): Page =>
      page(
        'Đường dẫn này không dùng được nữa',
        paragraph('Nó đã dùng một lần hoặc đã quá hạn. Chưa có gì được liên kết. Phần bạn đang làm vẫn còn.'),
        paragraph(`Quay lại ${province.appName} rồi bấm Liên kết lần nữa.`),
        link(notLinked, back, 'main'),
      ),
    /** The provider does not answer. `again` leads to the same step when it can still be taken. */
    unavailable: (again?: string): Page =>
      page(
        `${identity} đang bận`,
        paragraph('Dịch vụ định danh chưa trả lời. Chưa có gì được chia sẻ. Phần bạn đang làm vẫn còn.'),
        paragraph('Hãy thử lại sau ít phút.'),
        ...(again ? [link(again, 'Thử lại', 'main')] : []),
        link(notLinked, back, again ? 'second' : 'main'),
      ),
  };
}
