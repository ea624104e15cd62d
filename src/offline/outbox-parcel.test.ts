import { expect, test } from 'vitest';
import { randomSecret } from '#lib/random';
import { closeParcel, openParcel } from './outbox-parcel';
import { makeSeal } from './seal';

const seal = await makeSeal(randomSecret());
const photo = (text: string): File => new File([text], `${text}.jpg`, { type: 'image/jpeg' });
const note = new File(['ghi chú'], 'ghi.pdf', { type: 'application/pdf' });
const content = { words: 'Ổ gà' };
const read = async (files: readonly File[]) =>
  Promise.all(files.map(async (file) => [file.name, file.type, await file.text()]));

test('opened it is what was closed: what is written, and the files with their names and kinds', async () => {
  const closed = await closeParcel(seal, 'a', { content, files: [photo('một'), note] });
  expect(closed).toHaveLength(3);
  const opened = await openParcel(seal, 'a', closed);
  expect([opened.content, opened.lostFiles]).toEqual([content, 0]);
  expect(await read(opened.files)).toEqual([
    ['một.jpg', 'image/jpeg', 'một'],
    ['ghi.pdf', 'application/pdf', 'ghi chú'],
  ]);
});

test('each part opens only in its own place of its own parcel', async () => {
  const closed = await closeParcel(seal, 'a', { content, files: [photo('một'), photo('hai')] });
  const [letter, first, second] = closed;
  expect(await openParcel(seal, 'a', [letter, second, first])).toMatchObject({ files: [], lostFiles: 2 });
  await expect(openParcel(seal, 'b', closed)).rejects.toThrow();
  await expect(openParcel(seal, 'a', [first, second])).rejects.toThrow();
});

test('a file that is gone or damaged is counted, the others are there; without its letter nothing is', async () => {
  const [letter, first, second, third] = await closeParcel(seal, 'a', {
    content,
    files: [photo('một'), photo('hai'), photo('ba')],
  });
  const opened = await openParcel(seal, 'a', [letter, undefined, second, `${third ?? ''}AAAA`]);
  expect([(await read(opened.files)).map(([name]) => name), opened.lostFiles]).toEqual([['hai.jpg'], 2]);
  await expect(openParcel(seal, 'a', [undefined, first])).rejects.toThrow('the letter is gone');
});

test('a letter written anew names the files that lie there already', async () => {
  const files = [photo('một'), note];
  const [, first, second] = await closeParcel(seal, 'a', { content, files });
  const anew = await closeParcel(seal, 'a', { content: { words: 'Khác' }, files: [] }, files);
  expect(anew).toHaveLength(1);
  const opened = await openParcel(seal, 'a', [anew[0], first, second]);
  expect(opened.content).toEqual({ words: 'Khác' });
  expect((await read(opened.files)).map(([name]) => name)).toEqual(['một.jpg', 'ghi.pdf']);
});
