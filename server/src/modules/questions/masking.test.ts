import { describe, expect, test } from 'vitest';
import { maskPersonalData, stillPersonal } from './masking.ts';

/** What people write, what must not be left of it, and what must be. */
const corpus: [what: string, text: string, gone: string[], kept: string[]][] = [
  ['a phone', 'Gọi cho tôi 0987654321 nhé', ['0987654321'], ['Gọi cho tôi']],
  ['a phone in groups', 'số 0987 654 321', ['654'], []],
  ['a phone with dots', 'sđt: 0912.345.678, cảm ơn', ['345'], ['cảm ơn']],
  ['a phone in pairs', 'Zalo 098 76 54 321', ['54'], []],
  ['a phone from abroad', '+84 987 654 321 hoặc (+84)912345678', ['987', '912345678'], ['hoặc']],
  ['a landline', 'điện thoại nhà 0276 3822 123', ['3822'], []],
  ['a phone without its zero', 'zalo: 987654321', ['987654321'], []],
  ['an ID number', 'CCCD 072188000001 của tôi', ['072188000001'], ['CCCD', 'của tôi']],
  ['an ID number as printed', 'số định danh 072 188 000 001', ['188'], ['số định danh']],
  ['an old ID number', 'CMND số 290123456 cấp năm 2010', ['290123456'], ['cấp năm 2010']],
  ['an old ID number alone', '290123456', ['290123456'], []],
  ['a passport', 'hộ chiếu số B1234567', ['B1234567'], ['hộ chiếu']],
  ['an e-mail', 'thư về mai.nguyen+a@gmail.com giúp', ['gmail', 'mai.nguyen'], ['giúp']],
  ['an e-mail hidden', 'mai.nguyen (at) gmail.com', ['gmail'], []],
  ['a bank account', 'STK 0123456789012 Vietcombank', ['0123456789012'], ['Vietcombank']],
  ['a bank account in groups', 'số tài khoản là 1903 4567 890', ['4567'], []],
  ['a dossier code', 'hồ sơ 000.00.00.H53-261123-0042 của tôi', ['261123-0042'], ['hồ sơ']],
  ['a plate', 'xe 70F1-123.45 bị giữ', ['70F1'], ['bị giữ']],
  ['a birth date', 'tôi sinh ngày 12/3/1988 tại Tây Ninh', ['12/3/1988'], ['tại Tây Ninh']],
  ['a birth date in words', 'sinh ngày 12 tháng 3 năm 1988', ['12 tháng 3'], []],
  ['a house number', 'nhà số 12/3 Nguyễn Trãi, phường Tân Ninh', ['12/3'], ['phường Tân Ninh']],
  ['a street', 'ở 45 đường Cách Mạng Tháng Tám, Tây Ninh', ['45', 'Cách Mạng'], ['Tây Ninh']],
  ['a hamlet', 'tôi ở ấp Long Bình, tổ 5, xã Long Thành', ['Long Bình', 'tổ 5'], ['xã Long Thành']],
  ['a quarter', 'khu phố 3, phường Long An', ['khu phố 3'], ['phường Long An']],
  ['a parcel', 'thửa đất số 125, tờ bản đồ số 8', ['125', 'số 8'], []],
  ['an address said so', 'địa chỉ: 12A hẻm 5, phường 2', ['12A'], []],
  ['a name told', 'Tôi tên là Nguyễn Thị Thu Mai, xin hỏi', ['Mai', 'Thu'], ['xin hỏi']],
  ['a name of a child', 'con tôi là Trần Gia Bảo học lớp 1', ['Gia Bảo'], ['học lớp 1']],
  ['a name with a title', 'ông Bảy và bà Lan không đồng ý', ['Bảy', 'Lan'], ['không đồng ý']],
  ['a name alone', 'Người bán: Huỳnh Văn Tèo.', ['Tèo'], ['Người bán']],
  ['a name with rare letters', 'Bên mua là Đặng Ỷ Lan', ['Ỷ Lan'], []],
  [
    'many at once',
    'Tôi là Lê Văn Tám, CCCD 072061000002, ĐT 0900000002',
    ['Tám', '072061000002', '0900000002'],
    ['CCCD'],
  ],
  ['decomposed letters', 'Tôi tên là Nguyễn Thị Ánh'.normalize('NFD'), ['Ánh'], []],
];

const innocent = [
  'Lệ phí là 8.000 đồng hay 1.250.000 đồng?',
  'Nghị định 45/2020/NĐ-CP và Quyết định 766/QĐ-TTg quy định thế nào?',
  'Gọi 1022 hay 115?',
  'Tôi nộp ngày 23/11/2026, hẹn ngày 30/11/2026.',
  'Phường Tân Ninh và xã Tân Châu nay thuộc tỉnh Tây Ninh.',
  'Nhà tôi rộng 120 m², xây năm 2019.',
  'Sở Tư pháp trả lời trong 8 giờ làm việc.',
];

describe('masking personal data', () => {
  test.each(corpus)('%s', (_, text, gone, kept) => {
    const { text: masked, found } = maskPersonalData(text);
    for (const part of gone) expect(masked).not.toContain(part);
    for (const part of kept) expect(masked).toContain(part);
    expect(masked).toContain('•••');
    expect(found).not.toEqual([]);
  });

  test.each(innocent)('says nothing of anybody and stays: %s', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] });
  });

  test('the asker’s name, however it is written', () => {
    for (const text of ['nguyễn thị ánh', 'NGUYỄN THỊ ÁNH', 'nguyen thi anh', 'Nguyễn  Thị\nÁnh']) {
      expect(maskPersonalData(`${text} hỏi`, ['Nguyễn Thị Ánh']).text).toBe('••• hỏi');
    }
  });

  test('masked once is masked: nothing more is found in it', () => {
    for (const [, text] of corpus) {
      const once = maskPersonalData(text).text;
      expect(maskPersonalData(once).text).toBe(once);
      expect(stillPersonal(once, [], false)).toEqual([]);
    }
  });

  test('as long a text as may be sent takes no time', () => {
    const words = ['a', '0', 'Nguyễn ', 'số nhà ', '1/', '0 9', 'là Lê ', 'A. '];
    for (const word of words) {
      const began = performance.now();
      maskPersonalData(word.repeat(8000 / word.length), ['Nguyễn Thị Ánh']);
      expect(performance.now() - began, word).toBeLessThan(1_000);
    }
  });
});

describe('before publishing', () => {
  test('an office’s own contact may stand in an answer, not in a question', () => {
    const contact = 'Liên hệ 0272 3838 454, 1900 1234 hoặc vpubnd@tayninh.gov.vn.';
    expect(stillPersonal(contact, [], true)).toEqual([]);
    expect(stillPersonal(contact, [], false)).not.toEqual([]);
  });

  test('a mobile phone, an ID number or the asker’s name may stand nowhere', () => {
    expect(stillPersonal('Gọi chị ấy 0987654321.', [], true)).toEqual(['phone']);
    expect(stillPersonal('Số 072188000001.', [], true)).toEqual(['idNumber']);
    expect(stillPersonal('Gửi nguyen thi anh', ['Nguyễn Thị Ánh'], true)).toEqual(['name']);
  });
});
