import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkField, faultWords, readPhone, type Answer, type FaultCode, type PlainField } from './index.ts';
import { context, field } from './testing/forms-fixture.ts';

const codeOf = (over: Partial<PlainField>, value: Answer): FaultCode | undefined =>
  checkField(field(over), value, context)?.code;
const wordsOf = (over: Partial<PlainField>, value: Answer): string | undefined => {
  const fault = checkField(field(over), value, context);
  return fault && faultWords(fault, 'vi');
};

describe('ID numbers', () => {
  test('have 12 digits; the words say how many were written', () => {
    const id = { type: 'idNumber', label: 'Số định danh' } as const;
    expect(wordsOf(id, '07909501234')).toBe('Số định danh có 12 chữ số; bạn mới ghi 11.');
    expect(codeOf(id, '079095012345')).toBeUndefined();
    expect(codeOf(id, '079 095 012 345')).toBeUndefined();
    expect(wordsOf(id, '07909501234a')).toBe('Số định danh có 12 chữ số, không có chữ.');
    expect(codeOf(id, '000000000000')).toBe('id-number');
  });
});

describe('phones', () => {
  test.each([
    ['0912345678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['84912345678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['+84 (0)912.345.678', '0912345678'],
    ['0272 3838 454', '02723838454'],
    ['+84 272 3838 454', '02723838454'],
    ['028-38221234', '02838221234'],
  ])('%s is %s', (typed, national) => {
    expect(readPhone(typed)).toBe(national);
    expect(codeOf({ type: 'phone' }, typed)).toBeUndefined();
  });

  test.each(['0000000000', '0123456789', '091234567', '09123456789', '+1 202 555 0123', '0912345abc', '1022'])(
    '%s is refused',
    (typed) => expect(codeOf({ type: 'phone' }, typed)).toBe('phone'),
  );

  test('a number that was read is read as itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[35789]\d{8}$/), (phone) => {
        expect(readPhone(phone)).toBe(phone);
        expect(readPhone(`+84${phone.slice(1)}`)).toBe(phone);
      }),
    );
  });
});

describe('texts', () => {
  test('are measured after NFC, by characters a person counts', () => {
    const decomposed = 'ễ'.normalize('NFD').repeat(10);
    expect(decomposed.length).toBe(30);
    expect(codeOf({ maxLength: 10 }, decomposed)).toBeUndefined();
    expect(codeOf({ maxLength: 9 }, decomposed)).toBe('too-long');
    expect(codeOf({ maxLength: 2 }, '😀😀')).toBeUndefined();
  });

  test('have a limit even where the definition names none', () => {
    expect(codeOf({}, 'a'.repeat(201))).toBe('too-long');
    expect(codeOf({ type: 'longText' }, 'a'.repeat(2001))).toBe('too-long');
    expect(codeOf({ type: 'personName' }, 'a'.repeat(101))).toBe('too-long');
  });

  test('refuse characters no officer can read', () => {
    expect(codeOf({}, 'a\u0000b')).toBe('characters');
    expect(codeOf({ type: 'longText' }, 'dòng một\ndòng hai\t.')).toBeUndefined();
  });

  test('names are letters, in any script of NFC or NFD', () => {
    expect(codeOf({ type: 'personName' }, 'Nguyễn Ngọc Bảo An')).toBeUndefined();
    expect(codeOf({ type: 'personName' }, 'Nguyễn Ngọc Bảo An'.normalize('NFD'))).toBeUndefined();
    expect(codeOf({ type: 'personName' }, "Y' Bih Niê-Kđăm")).toBeUndefined();
    expect(codeOf({ type: 'personName' }, 'Nguyễn Văn 2')).toBe('name');
    expect(codeOf({ type: 'personName' }, '- -')).toBe('name');
  });

  test('spaces alone are nothing written', () => {
    expect(codeOf({}, '   ')).toBe('required');
    expect(codeOf({ required: false }, '   ')).toBeUndefined();
    expect(wordsOf({ label: 'Bạn là gì của bé?', type: 'radio', options: [] }, undefined)).toBe(
      'Bạn là gì của bé? Hãy chọn một ý.',
    );
  });

  test('e-mail, time', () => {
    expect(codeOf({ type: 'email' }, 'mai@vidu.vn')).toBeUndefined();
    for (const wrong of ['mai', 'mai@vidu', 'mai@vidu.', 'a b@vidu.vn', 'a@b@vidu.vn'])
      expect(codeOf({ type: 'email' }, wrong)).toBe('email');
    for (const right of ['14:30', '7:05', '7g5', '23h59', '1430', '705'])
      expect(codeOf({ type: 'time' }, right)).toBeUndefined();
    for (const wrong of ['24:00', '7:60', '7', '2460', 'sáng']) expect(codeOf({ type: 'time' }, wrong)).toBe('time');
  });
});

test('a text may have to look a certain way, said in words', () => {
  const licence = { label: 'Số bằng', pattern: '[0-9]{12}', patternWords: 'Ghi 12 chữ số trên thẻ.' };
  expect(wordsOf(licence, '79 0123')).toBe('Số bằng: ghi 12 chữ số trên thẻ.');
  expect(codeOf(licence, ' 790123456789 ')).toBeUndefined();
  expect(codeOf(licence, '7901234567890')).toBe('pattern');
  expect(codeOf(licence, '7'.repeat(5000))).toBe('too-long');
});

describe('numbers', () => {
  test('are read as people in Việt Nam write them', () => {
    const weight = { type: 'number', min: 300, max: 9000 } as const;
    expect(codeOf(weight, '3.100')).toBeUndefined();
    expect(codeOf(weight, '3 100')).toBeUndefined();
    expect(codeOf(weight, 3100)).toBeUndefined();
    expect(wordsOf({ ...weight, label: 'Cân nặng' }, '12000')).toBe('Cân nặng: nhiều nhất là 9000.');
    expect(codeOf(weight, '299')).toBe('too-small');
    expect(codeOf(weight, 'ba ký')).toBe('number');
    expect(codeOf(weight, '3100,5')).toBe('whole-number');
    expect(codeOf({ type: 'number' }, '-1')).toBe('too-small');
    expect(codeOf({ type: 'number' }, '1e9')).toBe('number');
    expect(codeOf({ type: 'number' }, Number.NaN)).toBe('number');
  });

  test('areas have two decimals, money none', () => {
    expect(codeOf({ type: 'area' }, '120,25')).toBeUndefined();
    expect(codeOf({ type: 'area' }, '120,255')).toBe('decimals');
    expect(codeOf({ type: 'money' }, '1.250.000')).toBeUndefined();
    expect(codeOf({ type: 'money' }, '1.250.000,5')).toBe('whole-number');
    expect(codeOf({ type: 'number', decimals: 1 }, '3,5')).toBeUndefined();
  });
});

describe('choices and places', () => {
  const options = [{ value: 'co', label: 'Có' }];
  test('accept only what is offered', () => {
    expect(codeOf({ type: 'radio', options }, 'co')).toBeUndefined();
    expect(codeOf({ type: 'radio', options }, 'khong')).toBe('choose');
    expect(codeOf({ type: 'radio', options }, '__proto__')).toBe('choose');
    const select = field({ type: 'select', list: 'dan-toc' });
    expect(checkField(select, 'co', context, { lists: { 'dan-toc': options } })).toBeUndefined();
    expect(checkField(select, 'co', context)?.code).toBe('choose');
  });

  test('a commune is one of the list, or elsewhere in words', () => {
    expect(codeOf({ type: 'commune' }, '25459')).toBeUndefined();
    expect(codeOf({ type: 'commune' }, 'Tân Ninh')).toBe('commune');
    expect(codeOf({ type: 'commune' }, 'ngoai:Phường Sài Gòn, Thành phố Hồ Chí Minh')).toBeUndefined();
    expect(codeOf({ type: 'commune' }, 'ngoai: ')).toBe('elsewhere');
    expect(codeOf({ type: 'commune' }, '')).toBe('commune');
  });

  test('an address names the part that is missing', () => {
    const address = { type: 'address', id: 'nha' } as const;
    expect(checkField(field(address), { commune: '', detail: 'ấp 3' }, context)).toMatchObject({
      path: 'nha.commune',
      code: 'address-commune',
    });
    expect(checkField(field(address), { commune: '25459', detail: ' ' }, context)).toMatchObject({
      path: 'nha.detail',
      code: 'address-detail',
    });
    expect(codeOf(address, { commune: '25459', detail: 'ấp 3' })).toBeUndefined();
    expect(codeOf(address, { commune: '', detail: '' })).toBe('address-commune');
    expect(codeOf(address, undefined)).toBe('address-commune');
  });
});

test('no shape of value breaks a rule, whatever a stranger sends', () => {
  const types: PlainField['type'][] = [
    'personName',
    'idNumber',
    'phone',
    'email',
    'date',
    'time',
    'year',
    'address',
    'commune',
    'money',
    'number',
    'area',
    'radio',
    'select',
    'yesNo',
    'text',
    'longText',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.jsonValue(), (type, value) => {
      const fault = checkField(field({ type }), value as Answer, context);
      if (fault !== undefined) {
        for (const language of ['vi', 'en'] as const) {
          expect(faultWords(fault, language)).toMatch(/[.]$/);
          expect(faultWords(fault, language)).not.toMatch(/undefined|NaN/);
        }
      }
    }),
    { numRuns: 400 },
  );
});
