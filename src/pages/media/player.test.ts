import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { goOn, pause, play, playing, stop } from './player';

const channel = { id: 'tv', name: 'Tây Ninh TV', kind: 'tv' } as const;
const stream = { mode: 'video', url: 'https://song.example/tv.m3u8', mbPerMinute: 7.5 } as const;
/** Everything that waits for nothing but its turn. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

// jsdom plays nothing; to the player this is a phone that plays such streams itself.
const begin = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue();
vi.spyOn(HTMLMediaElement.prototype, 'load').mockReturnValue();
vi.spyOn(HTMLMediaElement.prototype, 'canPlayType').mockReturnValue('maybe');

beforeEach(() => begin.mockClear());
afterEach(stop);

test('paused while it was still being opened: it does not begin by itself, and does on a tap', async () => {
  play(channel, stream);
  pause();
  await turn();
  expect(begin).not.toHaveBeenCalled();
  expect(playing.get()?.state).toBe('paused');
  goOn();
  await turn();
  expect(begin).toHaveBeenCalledTimes(1);
});
