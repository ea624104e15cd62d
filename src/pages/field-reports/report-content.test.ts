import { expect, test } from 'vitest';
import { missingIn, placeToSend } from './report-content';

const point = { lat: 11.3, lng: 106.1 };

test('something to see or read, somewhere, about something', () => {
  const nothing = { photos: 0, category: undefined, place: { source: 'words' }, words: ' ' } as const;
  expect(missingIn(nothing)).toEqual(['picture-or-words', 'place', 'category']);
  expect(missingIn({ photos: 1, category: 'khac', place: { source: 'photo', point }, words: '' })).toEqual([]);
  expect(missingIn({ photos: 0, category: 'khac', place: { source: 'words', words: 'Ấp 3' }, words: 'Rác' })).toEqual(
    [],
  );
  expect(missingIn({ photos: 1, category: 'khac', place: { source: 'words', communeCode: '1' }, words: '' })).toEqual(
    [],
  );
});

test('a place is sent without what is empty, and without a point it comes from words', () => {
  expect(placeToSend({ source: 'zalo', point, words: '  ' })).toEqual({ source: 'zalo', point });
  expect(placeToSend({ source: 'pin', words: ' Ấp 3 ' })).toEqual({ source: 'words', words: 'Ấp 3' });
});
