import { maskName } from '#core/masking';
import { createPlainPage, escapeHtml, link, paragraph, type Page } from '#core/plain-page';
import type { Province } from '#core/province';
import type { Settings } from '#core/settings';

/** The pages between the provincial ID and Zalo, in the words of one province. */
export function createPages(province: Province, settings: Settings) {
  const appUrl = `${settings.ZALO_LINK_URL}/${settings.ZALO_APP_ID}`;
  const source = `utm_source=${province.id}-id`;
  const back = `Quay lại ${province.appName}`;
  const notLinked = `${appUrl}/lien-ket?ket-qua=chua-lien-ket&${source}`;
  const { name: identity, minimumAssurance } = province.identity;
  const page = createPlainPage(province, settings);

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
