import type Hls from 'hls.js';
import type { Schemas } from '@dvc/contract';
import { loadCode } from '#lib/load-code';
import { createStore } from '#lib/store';
import { onlineStore } from '#zalo';

export type Stream = Schemas['Channel']['streams'][number];

/** What plays, or should. `waiting`: nothing comes just now, and it goes on by itself; `failed`: somebody must tap. */
export interface Playing {
  channel: Pick<Schemas['Channel'], 'id' | 'name' | 'kind'>;
  stream: Stream;
  state: 'starting' | 'playing' | 'paused' | 'waiting' | 'failed';
}

/** One player for the whole app: it plays on while another screen is open. */
export const playing = createStore<Playing | undefined>(undefined);

/** After a stall of so long the player jumps to where the broadcast is now. */
const stallMs = 8_000;
const againMs = 2_000;
/** Then it stops trying by itself: it costs battery and data. */
const mostTries = 15;

const loadEngine = () => import('hls.js');

let video: HTMLVideoElement | undefined;
let holder: HTMLDivElement | undefined;
let hls: Hls | undefined;
let stalled: ReturnType<typeof setTimeout> | undefined;
let tries = 0;

function show(state: Playing['state']): void {
  clearTimeout(stalled);
  const now = playing.get();
  if (now === undefined) return;
  if (state === 'playing') tries = 0;
  if (now.state !== state) playing.set({ ...now, state });
}

/** Where the picture waits while no screen shows it; outside the document it would stop. */
function park(): HTMLDivElement {
  if (holder === undefined) {
    holder = document.createElement('div');
    holder.hidden = true;
    document.body.append(holder);
  }
  return holder;
}

function onWaiting(): void {
  if (playing.get()?.state === 'paused') return;
  show('waiting');
  stalled = setTimeout(() => resume(), stallMs);
}

function element(): HTMLVideoElement {
  if (video !== undefined) return video;
  video = document.createElement('video');
  video.playsInline = true;
  video.addEventListener('playing', () => show('playing'));
  video.addEventListener('waiting', onWaiting);
  video.addEventListener('pause', () => {
    if (playing.get()?.state === 'playing') show('paused');
  });
  // hls.js tells of its own errors; this is for phones that play HLS themselves.
  video.addEventListener('error', () => {
    if (hls === undefined) tryAgain();
  });
  park().append(video);
  return video;
}

/** Puts the picture into a screen; the answer takes it back out. */
export function stageVideo(place: HTMLElement): () => void {
  const picture = element();
  place.append(picture);
  return () => {
    if (picture.parentElement === place) park().append(picture);
  };
}

/** From where the broadcast is now: what was missed is gone. */
function resume(): void {
  const now = playing.get();
  if (now === undefined || video === undefined || now.state === 'paused') return;
  if (hls === undefined) {
    video.src = now.stream.url;
  } else {
    hls.startLoad(-1);
    const live = hls.liveSyncPosition;
    if (live !== null && Math.abs(live - video.currentTime) > 4) video.currentTime = live;
  }
  void video.play().catch(() => undefined);
}

function tryAgain(): void {
  tries += 1;
  if (tries > mostTries) {
    show('failed');
    return;
  }
  show('waiting');
  stalled = setTimeout(resume, againMs);
}

async function attach(picture: HTMLVideoElement, url: string): Promise<void> {
  const { default: Player } = await loadCode(loadEngine);
  if (playing.get()?.stream.url !== url) return;
  if (!Player.isSupported()) {
    picture.src = url;
    return;
  }
  const engine = new Player({ liveSyncDurationCount: 2, liveMaxLatencyDurationCount: 6, maxBufferLength: 20, backBufferLength: 10 });
  hls = engine;
  engine.on(Player.Events.ERROR, (_, { fatal, type }) => {
    if (!fatal || hls !== engine) return;
    if (type === Player.ErrorTypes.MEDIA_ERROR && tries < 3) {
      tries += 1;
      engine.recoverMediaError();
    } else if (engine.levels.length === 0) {
      // The very first list did not come: there is nothing to go on with.
      tries += 1;
      if (tries > mostTries) show('failed');
      else stalled = setTimeout(() => engine.loadSource(url), againMs);
    } else {
      tryAgain();
    }
  });
  engine.loadSource(url);
  engine.attachMedia(picture);
}

function drop(): void {
  clearTimeout(stalled);
  hls?.destroy();
  hls = undefined;
  tries = 0;
  video?.removeAttribute('src');
  video?.load();
}

/** Begins to play; only ever after a tap, so that the phone allows sound and nobody pays for data unasked. */
export function play(channel: Playing['channel'], stream: Stream): void {
  drop();
  const picture = element();
  playing.set({ channel, stream, state: 'starting' });
  void attach(picture, stream.url)
    .then(() => picture.play())
    .catch((error: unknown) => {
      // Interrupted by another start, or the phone wants one more tap.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      if (playing.get()?.stream === stream) show(error instanceof DOMException ? 'paused' : 'failed');
    });
}

export function pause(): void {
  show('paused');
  video?.pause();
  // What nobody watches is not fetched.
  hls?.stopLoad();
}

/** Goes on after a pause, or once more after it failed. */
export function goOn(): void {
  const now = playing.get();
  if (now === undefined) return;
  if (now.state === 'failed' || (hls === undefined && now.state !== 'paused')) {
    play(now.channel, now.stream);
    return;
  }
  tries = 0;
  playing.set({ ...now, state: 'starting' });
  resume();
}

export function stop(): void {
  drop();
  playing.set(undefined);
}

onlineStore.subscribe((online) => {
  const state = playing.get()?.state;
  if (!online || (state !== 'waiting' && state !== 'playing')) return;
  tries = 0;
  resume();
});
