/**
 * What a person agrees to when they give a phone number or link the provincial ID: the lines the phone shows before the act,
 * as one text. The ledger of consents keeps it with its version; a test of the app holds its screens to these words, so whoever
 * changes a line there changes it here and writes a new version.
 */
interface ConsentWords {
  version: string;
  words: string;
}

export const consentWords = {
  phone: {
    version: '2026-11-26',
    words: [
      'Zalo sẽ hỏi bạn: Tên trên Zalo; Số điện thoại dùng cho Zalo.',
      'Chúng tôi dùng để: Báo tin về hồ sơ, phản ánh của bạn; Gọi lại khi cần hỏi thêm.',
      'Chúng tôi không: Gửi quảng cáo; Đưa số của bạn cho người khác; Xem bạn bè, tin nhắn của bạn.',
    ].join('\n'),
  },
  identity: {
    version: '2026-11-26',
    words: [
      'Chúng tôi nhận: Họ tên, ngày sinh, số căn cước, địa chỉ thường trú.',
      'Chúng tôi không nhận: mật khẩu của tài khoản định danh; Tin nhắn, danh bạ, ảnh trong máy; Tài khoản ngân hàng.',
    ].join('\n'),
  },
} as const satisfies Record<string, ConsentWords>;
