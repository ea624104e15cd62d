import { inThousands } from '../thousands.ts';
import type { FaultCode, FieldFault } from './fault.ts';

export type Language = 'vi' | 'en';

/** `label` already carries its own end: `Ngày sinh: ` or `Bạn là gì của bé? `. */
type Words = (label: string, fault: FieldFault) => string;

const vi: Record<FaultCode, Words> = {
  required: (label) => `${label}hãy ghi vào ô này.`,
  choose: (label) => `${label}hãy chọn một ý.`,
  shape: (label) => `${label}hãy ghi lại ô này.`,
  characters: (label) => `${label}có ký tự máy không đọc được; hãy xóa và gõ lại.`,
  'too-long': (label, { limit }) => `${label}dài hơn ${limit ?? ''} ký tự; hãy viết ngắn lại.`,
  name: (label) => `${label}chỉ gồm chữ cái; hãy bỏ số và ký hiệu.`,
  pattern: (label, { limit }) => `${label}${lowerFirst(String(limit ?? ''))}`,
  'id-number': (_, { label, limit }) =>
    limit === undefined ? `${label} có 12 chữ số, không có chữ.` : `${label} có 12 chữ số; bạn mới ghi ${limit}.`,
  phone: (label) => `${label}hãy ghi số điện thoại ở Việt Nam, ví dụ 0912 345 678.`,
  email: (label) => `${label}hãy ghi địa chỉ thư điện tử, ví dụ ten@vidu.vn.`,
  'date-parts': (label, { limit }) => `${label}hãy ghi ${limit === 'month' ? 'tháng và năm' : 'đủ ngày, tháng, năm'}.`,
  'date-day-missing': (label) => `${label}hãy điền thêm ngày.`,
  'date-month-missing': (label) => `${label}hãy điền thêm tháng.`,
  'date-year-missing': (label) => `${label}hãy điền thêm năm.`,
  'date-unreal': (label) => `${label}ngày này không có trong lịch; hãy xem lại ngày và tháng.`,
  'date-in-future': (_, { label }) => `${label} không thể sau hôm nay.`,
  'date-too-late': (_, { label, limit }) => `${label} không thể sau ngày ${readableDate(limit)}.`,
  'date-too-early': (_, { label, limit }) => `${label} không thể trước ngày ${readableDate(limit)}.`,
  time: (label) => `${label}hãy ghi giờ và phút, ví dụ 14:30.`,
  year: (label) => `${label}hãy ghi năm bằng 4 chữ số, ví dụ 1998.`,
  number: (label) => `${label}hãy ghi bằng chữ số.`,
  'whole-number': (label) => `${label}hãy ghi số nguyên, không có phần lẻ.`,
  decimals: (label, { limit }) => `${label}ghi nhiều nhất ${limit ?? ''} chữ số sau dấu phẩy.`,
  'too-small': (label, { limit }) => `${label}ít nhất là ${readableNumber(limit)}.`,
  'too-big': (label, { limit }) => `${label}nhiều nhất là ${readableNumber(limit)}.`,
  commune: (label) => `${label}hãy chọn xã, phường trong danh sách.`,
  elsewhere: (label) => `${label}hãy ghi tên xã, phường và tỉnh.`,
  'address-commune': (label) => `${label}hãy chọn xã, phường.`,
  'address-detail': (label) => `${label}hãy ghi ấp, khu phố, số nhà.`,
  'too-few': (label, { limit }) => `${label}cần ít nhất ${limit ?? ''} người hoặc mục.`,
  'too-many': (label, { limit }) => `${label}nhiều nhất ${limit ?? ''} người hoặc mục.`,
  'paper-missing': (label) => `${label}hãy chụp hoặc chọn ảnh giấy này.`,
  'paper-unfinished': (label) => `${label}ảnh chưa gửi xong; hãy chờ hoặc gửi lại.`,
  'paper-refused': (label) => `${label}ảnh chưa dùng được; hãy chụp lại.`,
  declare: (_, { label }) => `Hãy đọc và đánh dấu “${beginning(label)}” trước khi gửi.`,
};

const en: Record<FaultCode, Words> = {
  required: (label) => `${label}please fill this in.`,
  choose: (label) => `${label}please choose one.`,
  shape: (label) => `${label}please fill this in again.`,
  characters: (label) => `${label}contains characters we cannot read; delete and type them again.`,
  'too-long': (label, { limit }) => `${label}longer than ${limit ?? ''} characters; please shorten it.`,
  name: (label) => `${label}letters only; please remove digits and signs.`,
  pattern: (label, { limit }) => `${label}${lowerFirst(String(limit ?? ''))}`,
  'id-number': (_, { label, limit }) =>
    limit === undefined ? `${label} has 12 digits and no letters.` : `${label} has 12 digits; you wrote ${limit}.`,
  phone: (label) => `${label}please give a number in Viet Nam, such as 0912 345 678.`,
  email: (label) => `${label}please give an e-mail address, such as ten@vidu.vn.`,
  'date-parts': (label, { limit }) =>
    `${label}please give ${limit === 'month' ? 'month and year' : 'day, month and year'}.`,
  'date-day-missing': (label) => `${label}please add the day.`,
  'date-month-missing': (label) => `${label}please add the month.`,
  'date-year-missing': (label) => `${label}please add the year.`,
  'date-unreal': (label) => `${label}the calendar has no such day; please check day and month.`,
  'date-in-future': (_, { label }) => `${label} cannot be after today.`,
  'date-too-late': (_, { label, limit }) => `${label} cannot be after ${readableDate(limit)}.`,
  'date-too-early': (_, { label, limit }) => `${label} cannot be before ${readableDate(limit)}.`,
  time: (label) => `${label}please give hours and minutes, such as 14:30.`,
  year: (label) => `${label}please give the year in 4 digits, such as 1998.`,
  number: (label) => `${label}please use digits.`,
  'whole-number': (label) => `${label}please give a whole number.`,
  decimals: (label, { limit }) => `${label}at most ${limit ?? ''} digits after the comma.`,
  'too-small': (label, { limit }) => `${label}at least ${readableNumber(limit)}.`,
  'too-big': (label, { limit }) => `${label}at most ${readableNumber(limit)}.`,
  commune: (label) => `${label}please choose a commune or ward from the list.`,
  elsewhere: (label) => `${label}please give the commune or ward and the province.`,
  'address-commune': (label) => `${label}please choose a commune or ward.`,
  'address-detail': (label) => `${label}please give hamlet, street and house number.`,
  'too-few': (label, { limit }) => `${label}at least ${limit ?? ''} needed.`,
  'too-many': (label, { limit }) => `${label}at most ${limit ?? ''}.`,
  'paper-missing': (label) => `${label}please photograph this paper or choose a picture.`,
  'paper-unfinished': (label) => `${label}not fully sent yet; please wait or send it again.`,
  'paper-refused': (label) => `${label}this picture cannot be used; please take another.`,
  declare: (_, { label }) => `Please read and tick “${beginning(label)}” before sending.`,
};

/** The sentence for a fault: in the field, in the summary and from the server alike. */
export function faultWords(fault: FieldFault, language: Language): string {
  const label = fault.label.endsWith('?') ? `${fault.label} ` : `${fault.label}: `;
  const sentence = (language === 'vi' ? vi : en)[fault.code](label, fault);
  // After a question a new sentence begins.
  return sentence.replace(
    /^(.*\? )(\p{Ll})/u,
    (_, question: string, letter: string) => question + letter.toUpperCase(),
  );
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** Enough of a long statement to know it by. */
function beginning(label: string): string {
  const words = label.split(' ');
  return words.length <= 6 ? label : `${words.slice(0, 5).join(' ')}…`;
}

function readableDate(limit: string | number | undefined): string {
  return String(limit ?? '')
    .split('-')
    .reverse()
    .join('/');
}

function readableNumber(limit: string | number | undefined): string {
  const [whole = '', rest] = String(limit ?? '').split('.');
  // A year is not grouped: limits below 10.000 stay as they are.
  const grouped = whole.length > 4 ? inThousands(whole) : whole;
  return rest === undefined ? grouped : `${grouped},${rest}`;
}
