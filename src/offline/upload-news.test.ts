import { describe, expect, test } from 'vitest';
import { itemOfServer, type DraftFile, type UploadItem } from './upload-item';
import { readyFiles, withNews } from './upload-news';

const file = (id: string, over: Partial<DraftFile> = {}): DraftFile => ({
  ...{ id, paperId: 'giay-chung-sinh', name: `${id}.pdf`, mediaType: 'application/pdf' },
  ...{ size: 700, received: 700, state: 'ready', delayed: false, refusal: null },
  ...{ announcedSha256: null, sha256: 'ab'.repeat(32) },
  ...over,
});
const mine: UploadItem = {
  ...{ key: 'mine', paperId: 'giay-chung-sinh', name: 'mine.pdf', isPhoto: false, size: 700 },
  ...{ fileId: undefined, upload: { state: 'uploading', sent: 3 } },
};
const none = new Set<string>();
const seen = (items: readonly UploadItem[]) => items.map(({ key, upload }) => [key, upload.state]);

describe('news of the files of an open draft', () => {
  test('a file another phone added stands behind ours', () => {
    const items = withNews([mine], { known: [file('a'), file('b', { state: 'checking' })], removed: none });
    expect(seen(items)).toEqual([
      ['mine', 'uploading'],
      ['a', 'ready'],
      ['b', 'checking'],
    ]);
  });

  test('one on its way may be our own: it does not stand there twice', () => {
    expect(withNews([mine], { known: [file('a', { state: 'uploading' })], removed: none })).toEqual([mine]);
  });

  test('what was taken away here does not come back with a late answer', () => {
    expect(withNews([mine], { known: [file('a')], removed: new Set(['a']) })).toEqual([mine]);
  });

  test('what another phone took away goes, but only when the server was asked after it was there', () => {
    const items = [itemOfServer(file('a')), itemOfServer(file('b'))];
    const known = [file('b')];
    expect(seen(withNews(items, { known, removed: none }))).toHaveLength(2);
    expect(seen(withNews(items, { known, removed: none, asked: readyFiles(items) }))).toEqual([['b', 'ready']]);
  });

  test('an answer from before its check does not make a ready file wait again', () => {
    const items = [itemOfServer(file('a'))];
    expect(seen(withNews(items, { known: [file('a', { state: 'checking' })], removed: none }))).toEqual([
      ['a', 'ready'],
    ]);
  });
});
