import { makePaper } from '#core/pdf/document';
import { maskIdNumber } from '#core/masking';
import type { Receipt } from './ports.ts';
import { moment } from './moment.ts';

interface PrintedReceipt {
  receipt: Receipt;
  holder: { fullName: string; idNumber: string };
  /** Whose server it is. */
  sender: string;
  /** Where the QR leads. */
  checkUrl: string;
}

/** A receipt on paper: what was acknowledged, and a QR by which anybody can check it. */
export function printReceipt({ receipt, holder, sender, checkUrl }: PrintedReceipt): Promise<Buffer> {
  return makePaper({
    title: 'Giấy tiếp nhận hồ sơ',
    sender,
    madeAt: new Date(receipt.receivedAt),
    draw(pen) {
      pen.fact('Mã hồ sơ', receipt.code);
      pen.fact('Thủ tục', receipt.procedureName);
      pen.fact('Người nộp', `${holder.fullName}, căn cước ${maskIdNumber(holder.idNumber)}`);
      pen.fact('Nơi nhận', receipt.office);
      pen.fact('Nhận lúc', moment(new Date(receipt.receivedAt)));
      if (receipt.files.length > 0) pen.fact('Tệp đã nhận', receipt.files.map(({ name }) => name).join('; '));
      pen.qr(
        checkUrl,
        'Quét mã bằng máy ảnh của điện thoại để kiểm tra biên nhận này là thật. ' +
          'Trang kiểm tra không hiện nội dung hồ sơ, chỉ hiện tên đã che bớt.',
      );
      pen.paragraph('Biên nhận có chữ ký số (Ed25519). Các dấu dưới đây là SHA-256 của nội dung và tệp.', 'quiet');
      pen.fact('Nội dung khai', receipt.answersHash);
      for (const { name, sha256 } of receipt.files) pen.fact(name, sha256);
    },
  });
}
