import { ONE_TIME_CODE } from '../identity.ts';
import { escapeHtml } from '../http/exchange.ts';
import { CITIZENS, SAMPLE_PASSWORD } from './citizens.ts';

const STYLE = `
*{box-sizing:border-box}body{margin:0;font:16px/1.5 -apple-system,BlinkMacSystemFont,Roboto,"Noto Sans",system-ui,sans-serif;color:#14202b;background:#f5f7f9}
header{background:#7a1d1d;color:#fff;padding:16px 20px}header strong{display:block;font-size:20px}
.mark{background:#fff4e0;color:#8f4306;padding:8px 20px;margin:0;font-weight:600}
main{padding:20px;max-width:480px;margin:auto}h1{font-size:22px;line-height:1.3;margin:0 0 12px}
label{display:block;font-weight:600;margin:16px 0 4px}
input{width:100%;min-height:48px;padding:0 12px;border:1px solid #6b7a88;border-radius:10px;font:inherit;background:#fff}
button{width:100%;min-height:48px;margin-top:16px;border-radius:10px;font:inherit;font-weight:600;border:1px solid #6b7a88;background:#fff;color:#14202b}
button.main{background:#7a1d1d;color:#fff;border:0}.alert{background:#fcebea;color:#b3261e;padding:12px;border-radius:10px;font-weight:600}
:focus-visible{outline:3px solid #14202b;outline-offset:2px}details{margin-top:24px}td,th{padding:4px 8px 4px 0;text-align:left;font-size:16px}`;

/** Everything below one header. `idName`: what the province calls its ID. */
function page(idName: string, title: string, content: string, error?: string): string {
  const alert = error === undefined ? '' : `<p class="alert" role="alert">${escapeHtml(error)}</p>`;
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)} – ${escapeHtml(idName)} (mô phỏng)</title>
<style>${STYLE}</style></head><body><header><strong>${escapeHtml(idName)}</strong>Tài khoản định danh của tỉnh</header>
<p class="mark">Mô phỏng: chỉ dùng tài khoản mẫu, đừng ghi số thật.</p>
<main><h1>${escapeHtml(title)}</h1>${alert}${content}</main></body></html>`;
}

const cancelForm = (uid: string): string =>
  `<form method="post" action="/interaction/${uid}/cancel"><button>Thôi</button></form>`;

const samples = (): string => {
  const rows = CITIZENS.map(
    (citizen) =>
      `<tr><td>${citizen.number}</td><td>${escapeHtml(citizen.fullName)}, ${citizen.birthDate.slice(0, 4)}</td><td>${citizen.loa}</td></tr>`,
  ).join('');
  return `<details><summary>Tài khoản mẫu</summary><p>Mật khẩu chung: <code>${SAMPLE_PASSWORD}</code></p>
<table><tr><th>Số căn cước</th><th>Tên</th><th>Mức xác minh</th></tr>${rows}</table></details>`;
};

/** The pages of a provincial ID of this name. */
export const pagesOf = (idName: string) => ({
  login: (uid: string, number = '', error?: string): string =>
    page(
      idName,
      `Đăng nhập ${idName}`,
      `<form method="post" action="/interaction/${uid}/login">
<label for="number">Số căn cước</label>
<input id="number" name="number" inputmode="numeric" autocomplete="username" maxlength="12" required value="${escapeHtml(number)}">
<label for="password">Mật khẩu</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button class="main">Đăng nhập</button></form>${cancelForm(uid)}${samples()}`,
      error,
    ),

  code: (uid: string, phoneNumber: string, error?: string): string =>
    page(
      idName,
      'Ghi mã 6 số',
      `<p>Mã đã gửi đến số ••• ${escapeHtml(phoneNumber.slice(-3))}. Mã mô phỏng: <strong>${ONE_TIME_CODE}</strong></p>
<form method="post" action="/interaction/${uid}/code">
<label for="code">Mã 6 số</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required>
<button class="main">Kiểm tra mã</button></form>${cancelForm(uid)}`,
      error,
    ),

  consent: (uid: string, clientName: string): string =>
    page(
      idName,
      'Chia sẻ thông tin?',
      `<p><strong>${escapeHtml(clientName)}</strong> xin được biết:</p>
<ul><li>họ tên, ngày sinh</li><li>số định danh</li><li>địa chỉ, số điện thoại</li></ul>
<form method="post" action="/interaction/${uid}/consent"><button class="main">Đồng ý chia sẻ</button></form>${cancelForm(uid)}`,
    ),

  expired: (): string =>
    page(
      idName,
      'Lượt đăng nhập này đã hết hạn',
      '<p>Chưa có gì được chia sẻ. Đóng trang này, quay lại ứng dụng rồi bấm Liên kết lại.</p>',
    ),

  /** A request the provider cannot even send back: shown to whoever sits before it. */
  refused: (reason: string): string =>
    page(
      idName,
      'Chưa đăng nhập được',
      `<p>Chưa có gì được chia sẻ. Đóng trang này, quay lại ứng dụng rồi thử lại.</p><p><small>${escapeHtml(reason)}</small></p>`,
    ),
});
