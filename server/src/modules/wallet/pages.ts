import { facts, link, paragraph, type Page } from '#core/plain-page';
import { maskName } from '#core/masking';
import type { Province } from '#core/province';
import type { Receipt } from './ports.ts';
import { moment } from './moment.ts';

type Draw = (title: string, ...content: string[]) => Page;

const verdict = (words: string, look: 'yes' | 'no'): string => paragraph(words, look);

export interface SharedFacts {
  title: string;
  office: string;
  issuedAt: Date;
  code: string;
  holder: string;
  audience: string;
  until: Date;
  sha256: string | null;
}

/** What somebody sees who checks a document in any browser: whether it is real, and no more of its owner than they show. */
export function createCheckPages(page: Draw, province: Province, keysUrl: string) {
  const whoSays = `Trả lời này do hệ thống của ${province.fullName} đưa ra. Cần hỏi thêm, gọi ${province.contact.hotline}.`;
  const compare = 'So các dòng trên với giấy bạn đang cầm. Dòng nào khác thì giấy đó không phải giấy này.';
  return {
    shared: (about: SharedFacts): Page =>
      page(
        'Giấy tờ này là thật',
        verdict('Đúng: giấy tờ do cơ quan nhà nước trả và đang được giữ trong hệ thống của tỉnh.', 'yes'),
        facts([
          ['Giấy tờ', about.title],
          ['Cơ quan', about.office],
          ['Ngày cấp', moment(about.issuedAt)],
          ['Mã hồ sơ', about.code],
          ['Người có giấy', maskName(about.holder)],
          ['Chủ giấy cho xem để', about.audience],
          ['Kiểm tra được đến', moment(about.until)],
          ...(about.sha256 === null ? [] : [['Dấu của tệp (SHA-256)', about.sha256] as const]),
        ]),
        paragraph(compare),
        paragraph('Lần xem này được ghi lại cho chủ giấy biết.', 'small'),
        paragraph(whoSays, 'small'),
      ),
    over: (): Page =>
      page(
        'Mã này không còn dùng được',
        verdict('Mã đã hết hạn, đã được chủ giấy thu lại, hoặc chưa từng có.', 'no'),
        paragraph('Chưa kết luận được giấy là thật hay giả. Hãy nhờ người đưa giấy mở ứng dụng và tạo mã mới.'),
        paragraph(whoSays, 'small'),
      ),
    receipt: (receipt: Receipt, holder: string): Page =>
      page(
        'Biên nhận này là thật',
        verdict('Đúng: chữ ký số của tỉnh khớp, biên nhận đang có trong hệ thống.', 'yes'),
        facts([
          ['Mã hồ sơ', receipt.code],
          ['Thủ tục', receipt.procedureName],
          ['Nơi nhận', receipt.office],
          ['Nhận lúc', moment(new Date(receipt.receivedAt))],
          ['Người nộp', maskName(holder)],
          ['Số tệp đã nhận', String(receipt.files.length)],
        ]),
        paragraph(compare),
        link(keysUrl, 'Khóa công khai để tự kiểm tra', 'second'),
        paragraph(whoSays, 'small'),
      ),
    forged: (): Page =>
      page(
        'Không xác nhận được biên nhận này',
        verdict('KHÔNG ĐÚNG: mã trên giấy không có chữ ký số của tỉnh, hoặc đã bị sửa.', 'no'),
        paragraph('Đừng dùng giấy này làm bằng chứng. Mở biên nhận trong ứng dụng, hoặc gọi để được giúp.'),
        paragraph(whoSays, 'small'),
      ),
    /** The address of a PDF that was used. */
    openedAlready: (): Page =>
      page(
        'Đường dẫn này không dùng được nữa',
        paragraph('Nó mở được giấy tờ một lần, trong 2 phút. Giấy tờ vẫn còn nguyên trong ứng dụng.'),
        paragraph(`Quay lại ${province.appName}, mục Giấy tờ, rồi bấm Mở lần nữa.`),
      ),
  };
}
