import { makePaper } from '#core/pdf/document';
import { moment } from './moment.ts';
import type { ApologyLetter } from './ports.ts';

interface PrintedApology {
  letter: ApologyLetter;
  /** To whom. */
  fullName: string;
  /** Whose server it is. */
  sender: string;
  hotline: string;
}

const dayOf = (date: string): string => date.split('-').reverse().join('/');

/** A letter of apology on paper; the same letter is the same bytes whenever it is opened. */
export function printApology({ letter, fullName, sender, hotline }: PrintedApology): Promise<Buffer> {
  return makePaper({
    title: 'Thư xin lỗi vì trễ hẹn',
    sender,
    madeAt: letter.madeAt,
    draw(pen) {
      pen.paragraph(`Kính gửi: ${fullName}`);
      pen.paragraph(
        'Chúng tôi trễ hẹn với bạn. Kết quả hồ sơ dưới đây chưa có vào ngày đã hẹn. Lỗi này thuộc về cơ quan giải quyết, ' +
          'không phải của bạn, và chúng tôi xin lỗi.',
      );
      pen.fact('Mã hồ sơ', letter.code);
      pen.fact('Thủ tục', letter.procedureName);
      pen.fact('Cơ quan giải quyết', letter.office);
      pen.fact('Ngày đã hẹn', dayOf(letter.promisedDate));
      pen.fact('Đã trễ, tính đến ngày viết thư', `${String(letter.daysLate)} ngày làm việc`);
      pen.fact('Viết lúc', moment(letter.madeAt));
      pen.paragraph(
        'Hồ sơ và giấy tờ của bạn vẫn được giữ đủ. Bạn không phải nộp lại. Có kết quả, chúng tôi báo ngay.',
      );
      pen.fact('Cần hỏi hoặc phản ánh, gọi tổng đài', hotline);
    },
  });
}
