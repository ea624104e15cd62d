// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setClock } from '#lib/clock';
import { randomSecret } from '#lib/random';
import { installFakeZalo } from '../../tests/support/fake-zalo';
import { shelfNamed } from './outbox-shelf';
import { makeSeal } from './seal';
import { createUnfinishedKeeper, type UnfinishedKeeper } from './unfinished-keeper';

const zalo = installFakeZalo();
let secrets: string[];

const { send } = XMLHttpRequest.prototype;

beforeEach(() => {
  // The SDK's reports of what it did.
  XMLHttpRequest.prototype.send = () => undefined;
  zalo.storage.clear();
  secrets = [randomSecret()];
});

afterEach(() => {
  XMLHttpRequest.prototype.send = send;
});

/** The app, opened anew: nothing of it is left but what the phone keeps. */
const openApp = (): UnfinishedKeeper => createUnfinishedKeeper('bai', () => Promise.all(secrets.map(makeSeal)));
const photo = (text: string): File => new File([text], 'anh.jpg', { type: 'image/jpeg' });
const keys = () => [...zalo.storage.keys()].filter((key) => key.includes('unfinished'));
const read = async (box: UnfinishedKeeper) => {
  const found = await box.find();
  return found === undefined ? undefined : [found.content, await Promise.all(found.files.map((file) => file.text()))];
};

test('words and photos are there after the app was killed, and nobody reads them in the storage', async () => {
  const box = openApp();
  const photos = [photo('ảnh một'), photo('ảnh hai')];
  await box.keep({ content: { words: 'Ổ gà' }, files: photos });
  await box.keep({ content: { words: 'Ổ gà sâu' }, files: photos });
  expect(await read(openApp())).toEqual([{ words: 'Ổ gà sâu' }, ['ảnh một', 'ảnh hai']]);
  expect(JSON.stringify([...zalo.storage.values()])).not.toMatch(/Ổ gà|ảnh một|anh[.]jpg/);
});

test('of many changes at once the last one counts; a photo taken away is gone', async () => {
  const box = openApp();
  const [one, two] = [photo('một'), photo('hai')];
  await Promise.all(['Ổ', 'Ổ g', 'Ổ gà'].map((words) => box.keep({ content: { words }, files: [one, two] })));
  await box.keep({ content: { words: 'Ổ gà' }, files: [two] });
  expect(await read(openApp())).toEqual([{ words: 'Ổ gà' }, ['hai']]);
  expect(keys()).toHaveLength(3);
});

test('left to its owner, it is there for them, not for the next one, and not thrown away by them', async () => {
  const owner = [...secrets];
  const box = openApp();
  expect(await box.leave()).toBe(false);
  await box.keep({ content: 'riêng', files: [photo('một')] });
  expect(await box.leave()).toBe(true);
  secrets = [randomSecret()];
  await box.drop();
  expect(await read(box)).toBeUndefined();
  secrets = owner;
  expect(await read(box)).toEqual(['riêng', ['một']]);
});

test('found again, it is written on where it lies', async () => {
  await openApp().keep({ content: 'a', files: [photo('một')] });
  const box = openApp();
  const found = await box.find();
  await box.keep({ content: 'ab', files: found?.files ?? [] });
  expect(await read(openApp())).toEqual(['ab', ['một']]);
  expect(keys()).toHaveLength(3);
});

test('handed in or given up: gone', async () => {
  const box = openApp();
  await box.keep({ content: 'a', files: [photo('một')] });
  await box.drop();
  expect(await openApp().find()).toBeUndefined();
  expect(keys().filter((key) => /[.]\d+$/.test(key))).toEqual([]);
});

test('no room for the photos: the words are kept', async () => {
  const box = openApp();
  await box.keep({ content: 'chữ', files: [photo('x'.repeat(4_500_000))] });
  await box.keep({ content: 'chữ nữa', files: [photo('x'.repeat(4_500_000))] });
  expect(await read(openApp())).toEqual(['chữ nữa', []]);
});

test('without a key nothing is kept; somebody else’s is not opened and stays theirs', async () => {
  const mine = secrets;
  secrets = [];
  await openApp().keep({ content: 'a', files: [] });
  expect(keys()).toEqual([]);
  secrets = mine;
  await openApp().keep({ content: 'của Mai', files: [] });
  secrets = [randomSecret()];
  const other = openApp();
  expect(await other.find()).toBeUndefined();
  await other.keep({ content: 'của Bình', files: [] });
  await other.drop();
  secrets = mine;
  expect(await read(openApp())).toEqual(['của Mai', []]);
});

test('several on one shelf do not meet; one nobody wrote on for two months is cleared away', async () => {
  const shelf = shelfNamed('unfinished.them');
  const open = (name: string) => createUnfinishedKeeper(name, () => Promise.all(secrets.map(makeSeal)), shelf);
  await Promise.all([
    open('them.1').keep({ content: 'một', files: [photo('ảnh')] }),
    open('them.2').keep({ content: 'hai', files: [] }),
  ]);
  expect(await read(open('them.1'))).toEqual(['một', ['ảnh']]);
  expect(await read(open('them.2'))).toEqual(['hai', []]);
  await open('them.2').drop();
  expect(await read(open('them.1'))).toEqual(['một', ['ảnh']]);
  const backToNow = setClock({ now: () => new Date(Date.now() + 61 * 86_400_000) });
  // Its own is found however old it is.
  expect(await read(open('them.1'))).toEqual(['một', ['ảnh']]);
  expect(await read(open('them.3'))).toBeUndefined();
  backToNow();
  expect(keys().filter((key) => /[.]\d+$/.test(key))).toEqual([]);
});

test('begun anew before the earlier one was found: both are given, kept together from then on, and gone together', async () => {
  await openApp().keep({ content: 'trước', files: [photo('một')] });
  const box = openApp();
  await box.keep({ content: 'sau', files: [] });
  const [found, again] = await Promise.all([box.find(), box.find()]);
  expect([found?.content, again]).toEqual(['trước', undefined]);
  // Killed now, neither would be lost.
  expect([await read(openApp()), keys().length > 3]).toEqual([['sau', []], true]);
  await box.keep({ content: 'trước, sau', files: found?.files ?? [] });
  const after = openApp();
  expect(await read(after)).toEqual(['trước, sau', ['một']]);
  expect(await after.find()).toBeUndefined();
  await box.drop();
  expect(await openApp().find()).toBeUndefined();
});
