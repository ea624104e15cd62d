import jsQR from 'jsqr';
import { h } from './dom.ts';

/** The text of the QR code in a picture, or null: there is none that can be read. */
export async function readQr(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  const scale = Math.min(1, 1_600 / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = h('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // A picture without background reads as black on black otherwise.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  return jsQR(pixels.data, width, height)?.data ?? null;
}

export interface QrForm {
  element: HTMLElement;
  /** What was read or typed; empty: nothing yet. */
  content(): string;
}

/** Picture or typed text: the two ways of "scanning" on a computer. */
export function qrForm(onRead: (content: string) => void): QrForm {
  const status = h('p', { role: 'status', class: 'quiet' });
  const typed = h('input', { type: 'text', id: 'qr-text', autocomplete: 'off', spellcheck: 'false' });
  const picture = h('input', { type: 'file', id: 'qr-picture', accept: 'image/*' });
  picture.addEventListener('change', () => {
    const file = picture.files?.[0];
    if (file === undefined) return;
    void readQr(file).then((content) => {
      if (content === null) status.textContent = 'Không thấy mã QR trong ảnh này. Chọn ảnh khác, rõ hơn.';
      else {
        typed.value = content;
        status.textContent = 'Đã đọc được mã.';
        onRead(content);
      }
    });
  });
  const element = h(
    'div',
    { class: 'fields' },
    h('label', { for: 'qr-picture' }, 'Ảnh có mã QR'),
    picture,
    h('label', { for: 'qr-text' }, 'Nội dung mã'),
    typed,
    status,
  );
  return { element, content: () => typed.value.trim() };
}
