import { expect, test } from 'vitest';
import { playlistAt, readTape } from './live-stream.ts';

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

test.each(['live', 'audio'])('every segment of %s that a list can name is there, and is MPEG-TS', async (kind) => {
  for (const number of [0, 1, 2, 3, 4, 5]) {
    const segment = await readTape(kind, number);
    expect([segment[0], segment.length % 188]).toEqual([0x47, 0]);
  }
});
