import { describe, expect, test } from 'vitest';
import { readTypedCode } from './typed-code.ts';

const printed = '000.00.00.H53-261123-0042';

describe('a dossier code as people write it', () => {
  test.each([
    printed,
    ' 000.00.00.h53 - 261123 - 0042 ',
    '000.00.00.H53–261123—0042',
    '0000000H532611230042',
    'ooo.oo.oo.h53-261123-oo42',
    '000 00 00 H53 261123 0042',
    '000.00.00.H53\n-261123-\n0042',
  ])('%j is read', (typed) => {
    expect(readTypedCode(typed)).toBe(printed);
  });

  test('after 9999 dossiers in a day the number is longer', () => {
    expect(readTypedCode('000.00.00.H53-261123-10042')).toBe('000.00.00.H53-261123-10042');
  });

  test('an agency code of another shape keeps its shape', () => {
    expect(readTypedCode('h39.26-261123-0001')).toBe('H39.26-261123-0001');
  });

  test.each(['', '0042', 'H53', '000.00.00.H53-261123', '../../etc/passwd', "' or 1=1 --", 'x'.repeat(500)])(
    '%j is none',
    (typed) => {
      expect(readTypedCode(typed)).toBeUndefined();
    },
  );
});
