import Player from 'hls.js';
import { preferences } from '#config';
import type { Engine } from './engine';

/** HLS by hls.js, for phones that leave it to code: a large piece, fetched on the first tap. */
export function createHlsEngine(picture: HTMLVideoElement, url: string, onBroken: () => void): Engine | undefined {
  if (!Player.isSupported()) return undefined;
  const player = new Player({
    liveSyncDurationCount: 2,
    liveMaxLatencyDurationCount: 6,
    maxBufferLength: 20,
    backBufferLength: 10,
    capLevelToPlayerSize: true,
  });
  if (preferences.get().dataSaving) player.autoLevelCapping = 0;
  player.on(Player.Events.ERROR, (_, { fatal, type }) => {
    if (!fatal) return;
    if (type === Player.ErrorTypes.MEDIA_ERROR) player.recoverMediaError();
    onBroken();
  });
  player.loadSource(url);
  player.attachMedia(picture);
  return {
    catchUp() {
      // Without the very first list there is nothing to go on with.
      if (player.levels.length === 0) player.loadSource(url);
      player.startLoad(-1);
      const live = player.liveSyncPosition;
      if (live !== null && Math.abs(live - picture.currentTime) > 3) picture.currentTime = live;
    },
    rest: () => player.stopLoad(),
    end: () => player.destroy(),
  };
}
