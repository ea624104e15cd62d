import type { Prompt, PromptKind } from '../native/prompts.ts';

interface SheetWords {
  title: string;
  body: string;
  allow: string | null;
  refuse: string;
}

const SCOPE_WORDS: Readonly<Record<string, string>> = {
  'scope.userInfo': 'tên và ảnh đại diện Zalo',
  'scope.userPhonenumber': 'số điện thoại',
  'scope.userLocation': 'vị trí hiện tại',
  'scope.camera': 'máy ảnh',
  'scope.micro': 'micro',
};

export const scopeWords = (prompt: Prompt): string[] =>
  (prompt.scopes ?? []).map((scope) => SCOPE_WORDS[scope] ?? scope);

type Sentence = (app: string) => SheetWords;
const yesNo =
  (title: (app: string) => string, body: string, allow = 'Cho phép', refuse = 'Từ chối'): Sentence =>
  (app) => ({ title: title(app), body, allow, refuse });

/** What Zalo's sheets say; our own words, not a copy of Zalo's. */
const SHEETS: Readonly<Record<PromptKind, Sentence>> = {
  authorize: yesNo((app) => `${app} xin được biết`, 'Bạn có thể từ chối và vẫn dùng ứng dụng.'),
  'phone-number': yesNo((app) => `Chia sẻ số điện thoại cho ${app}?`, 'Số điện thoại của tài khoản Zalo này.'),
  location: yesNo((app) => `Cho ${app} biết vị trí?`, 'Vị trí lúc này của điện thoại.'),
  notification: yesNo((app) => `Nhận thông báo từ ${app}?`, 'Bạn tắt được bất cứ lúc nào.'),
  'follow-oa': yesNo((app) => `Quan tâm tài khoản ${app}?`, 'Bạn sẽ nhận tin của tài khoản này.', 'Quan tâm', 'Để sau'),
  'unfollow-oa': yesNo((app) => `Bỏ quan tâm ${app}?`, 'Bạn sẽ không nhận tin nữa.', 'Bỏ quan tâm', 'Giữ lại'),
  'interact-oa': yesNo((app) => `Cho ${app} nhắn tin cho bạn?`, 'Tin về việc bạn vừa làm.'),
  camera: yesNo((app) => `Cho ${app} dùng máy ảnh?`, 'Chỉ khi ứng dụng đang mở.'),
  'scan-qr': yesNo(() => 'Quét mã QR', 'Chọn ảnh có mã, hoặc ghi nội dung mã.', 'Dùng mã này', 'Thôi'),
  'pick-media': yesNo(() => 'Chọn ảnh hoặc tệp', 'Ảnh ở trong máy tính của bạn.', 'Dùng tệp này', 'Thôi'),
  share: yesNo((app) => `Gửi ${app} cho bạn bè?`, 'Mô phỏng: không có ai nhận thật.', 'Gửi', 'Thôi'),
  shortcut: yesNo((app) => `Thêm ${app} vào màn hình chính?`, 'Mô phỏng.', 'Thêm', 'Thôi'),
  'payment-method': yesNo(() => 'Cách đóng tiền', 'Mô phỏng: không có tiền thật.', 'Dùng ZaloPay (mô phỏng)', 'Thôi'),
  'confirm-payment': yesNo(() => 'Đóng tiền?', 'Mô phỏng: không có tiền thật.', 'Đóng tiền', 'Thôi'),
  'scan-nfc': (app) => ({
    title: `${app} muốn đọc thẻ căn cước`,
    body: 'Điện thoại mô phỏng không có NFC.',
    allow: null,
    refuse: 'Thôi',
  }),
};

export const sheetWords = (prompt: Prompt, appName: string): SheetWords => SHEETS[prompt.kind](appName);

/** Lower case, without diacritics: how Zalo's search compares. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .trim();
