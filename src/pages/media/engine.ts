import { loadCode } from '#lib/load-code';

/** What brings one stream into a picture. */
export interface Engine {
  /** Begins, or goes on, to fetch; from where the broadcast is now. */
  catchUp(): void;
  /** Fetches nothing until it is told to go on: what nobody watches costs nothing. */
  rest(): void;
  end(): void;
}

const loadHls = () => import('./hls-engine');

/** iPhones play HLS themselves, better than any code, and let no code do it; Chromium says that it can, and does it worse. */
const playsItself = (picture: HTMLVideoElement): boolean =>
  typeof MediaSource === 'undefined' && picture.canPlayType('application/vnd.apple.mpegurl') !== '';

function ownEngine(picture: HTMLVideoElement, url: string): Engine {
  const begin = (): void => {
    picture.src = url;
  };
  begin();
  return {
    catchUp: begin,
    rest: () => undefined,
    end() {
      picture.removeAttribute('src');
      picture.load();
    },
  };
}

/** Opens a stream; `onBroken`: it will not go on by itself. Rejects where the code did not come. */
export async function openEngine(picture: HTMLVideoElement, url: string, onBroken: () => void): Promise<Engine> {
  if (playsItself(picture)) return ownEngine(picture, url);
  const { createHlsEngine } = await loadCode(loadHls);
  return createHlsEngine(picture, url, onBroken) ?? ownEngine(picture, url);
}
