import { expect, test } from 'vitest';
import { playlistAt } from './live-stream.ts';

const numbers = (text: string): number[] => [...text.matchAll(/[?]n=(\d+)/g)].map(([, number]) => Number(number));

test('the playlist slides on by one segment every two seconds', () => {
  const first = playlistAt('live', 2_000_000);
  const second = playlistAt('live', 2_002_000);
  expect(numbers(first)).toEqual([995, 996, 997, 998, 999]);
  expect(numbers(second)).toEqual([996, 997, 998, 999, 1000]);
  expect(first).toContain('#EXT-X-MEDIA-SEQUENCE:995');
});

test('where the tape begins anew is said, and counted once it has slid out', () => {
  // 996 is the first segment of the tape.
  expect(playlistAt('audio', 2_000_000)).toMatch(/audio-5[^\n]*\n#EXT-X-DISCONTINUITY\n[^\n]*\naudio-0/);
  const before = /SEQUENCE:(\d+)\n#EXTINF|DISCONTINUITY-SEQUENCE:(\d+)/;
  expect(before.exec(playlistAt('audio', 1_992_000 + 10_000))?.[2]).toBe('166');
  expect(before.exec(playlistAt('audio', 1_994_000 + 10_000))?.[2]).toBe('167');
});
