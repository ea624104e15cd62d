import { describe, expect, test } from 'vitest';
import { actsByItself, pdfFault } from './index.ts';

interface Shape {
  before?: string;
  head?: string;
  inside?: string;
  table?: string;
  trailer?: string;
  pointer?: string;
  end?: string;
}

/** A sound PDF in outline, with one part of it otherwise. */
function outline({
  before = '',
  head = '%PDF-1.7',
  inside = '',
  table = 'xref\n0 1',
  trailer = '/Root 1 0 R',
  pointer = 'startxref',
  end = '%%EOF\n',
}: Shape = {}): string {
  const objects = `${head}\n1 0 obj\n<<${inside}>>\nendobj\n`;
  return `${before}${objects}${table}\ntrailer <<${trailer}>>\n${pointer}\n${String(objects.length)}\n${end}`;
}

describe('the outer shape of a PDF', () => {
  test.each<[string, Shape]>([
    ['as most are written', {}],
    ['of the second generation', { head: '%PDF-2.0' }],
    ['with bytes before its head, which offsets do not count', { before: 'x'.repeat(1000) }],
    ['with a table that is an object', { table: '12 10 obj <<>>' }],
    ['with a table after a line end', { table: '\n \nxref\n0 1' }],
    ['with a table that is an object, after a line end', { table: '\n 9  0  obj <<>>' }],
    ['that ends without a line end', { end: '%%EOF' }],
    ['that ends with blanks and zeros', { end: '%%EOF \r\n\0\0\n' }],
    ['with blanks between pointer and end', { pointer: 'startxref \n ', end: '\n \n%%EOF\n' }],
    ['with a root of a later number', { trailer: '/Root  112  10  R' }],
    ['that talks of locks without having one', { inside: '/Encrypted true /Encrypt no' }],
  ])('%s: sound', (_, shape) => expect(pdfFault(outline(shape))).toBeUndefined());

  test.each<[string, Shape]>([
    ['of a generation there is not', { head: '%PDF-3.0' }],
    ['without a generation', { head: '%PDF-1.x' }],
    ['whose head comes too late', { before: 'x'.repeat(1100) }],
    ['without an end', { end: '' }],
    ['that goes on after its end', { end: '%%EOF\nMZ' }],
    ['whose end comes too early', { end: `%%EOF${' '.repeat(1100)}` }],
    ['with no pointer to its table', { pointer: 'startref' }],
    ['with a pointer to nowhere', { pointer: 'startxref\n99' }],
    ['with something else where the table should be', { table: 'yref\n0 1' }],
    ['with a table by nearly that name', { table: 'xrefs\n0 1' }],
    ['with words before its table', { table: 'my xref\n0 1' }],
    ['with an object that is none', { table: '12 0 object' }],
    ['with an object without a generation', { table: '12 obj' }],
    ['with an object without numbers', { table: 'a b obj' }],
    ['without a root', { trailer: '/Size 1' }],
    ['with a root that is no object', { trailer: '/Root 1 R' }],
    ['with a root by words', { trailer: '/Root a b R' }],
  ])('%s: malformed', (_, shape) => expect(pdfFault(outline(shape))).toBe('malformed'));

  test('a pointer must be the last thing said', () => {
    expect(pdfFault(outline({ end: '/more 1\n%%EOF' }))).toBe('malformed');
    expect(pdfFault('')).toBe('malformed');
  });

  test.each(['/Encrypt 5 0 R', '/Encrypt  15  10  R', '/Encrypt5 0 R', '/Encrypt<<', '/Encrypt <<'])(
    '%s: locked with a password',
    (trailer) => expect(pdfFault(outline({ trailer: `/Root 1 0 R ${trailer}` }))).toBe('encrypted'),
  );
});

describe('what acts by itself', () => {
  test.each([
    ...['/JS (app.alert(1))', '/JS(x)', '/JS<78>', '/JS  12  10  R', '/JS\n5 0 R'],
    ...['/JavaScript', '/JavaScript 5 0 R', '/EmbeddedFile', '/EmbeddedFiles <<', '/Launch', '/RichMedia'],
    // Letters of a name written as numbers, large and small.
    ...['/J#61vaScript', '/#4AavaScript', '/#6caunch /#4c#61#75nch'],
  ])('%s does', (objects) => {
    expect(actsByItself(objects)).toBe(true);
    expect(pdfFault(outline({ inside: objects }))).toBe('active');
  });

  test.each([
    ...['/JS', '/JSX (x)', '/JS 12', '/JS 12 R', '/JS a b R', 'JS (x)', '/js (x)', '/J S (x)'],
    ...['/JavaScripted', '/Launch2', '/LaunchX', '/EmbeddedFilesystem', '/RichMedia0', 'Launch', '/J#6avaScript'],
    ...['/J#zzvaScript', '/Subtype /Image'],
  ])('%s does not', (objects) => {
    expect(actsByItself(objects)).toBe(false);
    expect(pdfFault(outline({ inside: objects }))).toBeUndefined();
  });

  test('among pixels a short word turns up by chance: there it is not read, what lies between streams is', () => {
    const pixels = '>>stream\n/JS (x)\nendstream';
    expect(pdfFault(outline({ inside: pixels }))).toBeUndefined();
    expect(pdfFault(outline({ inside: `${pixels}${pixels}` }))).toBeUndefined();
    expect(pdfFault(outline({ inside: `/JS (x)${pixels}` }))).toBe('active');
    expect(pdfFault(outline({ inside: `${pixels}/JS (x)` }))).toBe('active');
    expect(pdfFault(outline({ inside: `${pixels}/JS (x)${pixels}` }))).toBe('active');
    expect(pdfFault(outline({ inside: '>>stream\n/JS (x)' }))).toBeUndefined();
    expect(pdfFault(outline({ inside: '/JS (x)>>stream\n' }))).toBe('active');
  });

  test('a long word does not, and nothing hides it: neither a stream nor what only says that one begins', () => {
    for (const name of ['/JavaScript', '/J#61vaScript', '/Launch', '/Rendition'])
      for (const hidden of [`>>stream\n${name} x\nendstream`, `%stream\n/S ${name} x`, `(stream) ${name} x`])
        expect(pdfFault(outline({ inside: hidden }))).toBe('active');
    expect(pdfFault(outline({ before: 'stream\n', inside: '/Launch x' }))).toBe('active');
  });

  test('what a stream parts is not one word', () => {
    expect(pdfFault(outline({ inside: '/J stream x endstreamS (x)' }))).toBeUndefined();
    expect(pdfFault(outline({ inside: '/Jstream x endstreamS (x)' }))).toBeUndefined();
    expect(pdfFault(outline({ inside: 'streamendstream/Jstream x endstreamS (x) stream' }))).toBeUndefined();
  });
});
