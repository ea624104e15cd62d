import type { Schemas } from '@dvc/contract';
import { createStore } from '#lib/store';
import { onlineStore } from '#zalo';
import { openEngine, type Engine } from './engine';
import { broken, fresh, look, lookMs, type Step } from './watchman';

export type Stream = Schemas['Channel']['streams'][number];

/** What plays, or should. In `waiting` and `offline` it goes on by itself; in `paused` and `failed` somebody must tap. */
export interface Playing {
  channel: Pick<Schemas['Channel'], 'id' | 'name' | 'kind'>;
  stream: Stream;
  state: 'starting' | 'playing' | 'paused' | 'waiting' | 'offline' | 'failed';
}

/** One player for the whole app: it plays on while another screen is open. */
export const playing = createStore<Playing | undefined>(undefined);

let video: HTMLVideoElement | undefined;
let holder: HTMLDivElement | undefined;
let engine: Engine | undefined;
let watching: ReturnType<typeof setInterval> | undefined;
let watched = fresh;
let seenAt = 0;
/** Opening takes time; what was opened for an earlier tap is not wanted any more. */
let opening = 0;

const stopped = (state: Playing['state']): boolean => state === 'paused' || state === 'failed';

function show(state: Playing['state']): void {
  const now = playing.get();
  if (now !== undefined && now.state !== state) playing.set({ ...now, state });
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

function element(): HTMLVideoElement {
  if (video !== undefined) return video;
  video = document.createElement('video');
  video.playsInline = true;
  // Not by our own button: a call came in, headphones were pulled out.
  video.addEventListener('pause', () => {
    if (playing.get()?.state === 'playing') rest('paused');
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

function rest(state: 'paused' | 'failed'): void {
  clearInterval(watching);
  // What is still being opened must not begin by itself after that.
  opening += 1;
  show(state);
  engine?.rest();
  video?.pause();
}

/** Asks the phone to let it play; it may want one more tap for that. */
async function start(picture: HTMLVideoElement): Promise<void> {
  try {
    await picture.play();
  } catch (error) {
    const refused = error instanceof DOMException && error.name === 'NotAllowedError';
    if (refused && video === picture) rest('paused');
  }
}

async function open(url: string): Promise<void> {
  const picture = element();
  opening += 1;
  const mine = opening;
  engine?.end();
  engine = undefined;
  try {
    const opened = await openEngine(picture, url, () => {
      watched = broken(watched);
    });
    if (mine !== opening) {
      opened.end();
      return;
    }
    engine = opened;
    void start(picture);
  } catch {
    // The code of the player did not come; the watchman asks for it again.
    if (mine === opening) watched = broken(watched);
  }
}

function take(step: Step, url: string): void {
  if (step === 'give-up') {
    rest('failed');
  } else if (step === 'anew' || engine === undefined) {
    void open(url);
  } else {
    engine.catchUp();
    void start(element());
  }
}

function lookOnce(): void {
  const now = playing.get();
  if (now === undefined || stopped(now.state)) return;
  const { currentTime } = element();
  const { shows, step, ...remembered } = look(watched, { moved: currentTime !== seenAt, online: onlineStore.get() });
  watched = remembered;
  seenAt = currentTime;
  // "Opening" says it well enough until the first step has not helped.
  if (shows !== undefined && !(now.state === 'starting' && shows === 'waiting' && watched.steps === 0)) show(shows);
  if (step !== undefined) take(step, now.stream.url);
}

function watch(): void {
  watched = fresh;
  seenAt = element().currentTime;
  clearInterval(watching);
  watching = setInterval(lookOnce, lookMs);
}

/** Begins to play; only ever after a tap, so that the phone allows sound and nobody pays for data unasked. */
export function play(channel: Playing['channel'], stream: Stream): void {
  playing.set({ channel, stream, state: 'starting' });
  void open(stream.url);
  watch();
}

export function pause(): void {
  rest('paused');
}

/** Goes on after a pause, or once more after it failed; from where the broadcast is now, what was missed is gone. */
export function goOn(): void {
  const now = playing.get();
  if (now === undefined) return;
  show('starting');
  take(now.state === 'failed' ? 'anew' : 'catch-up', now.stream.url);
  watch();
}

export function stop(): void {
  clearInterval(watching);
  opening += 1;
  playing.set(undefined);
  engine?.end();
  engine = undefined;
  video?.pause();
}

// Another network, or one again: the old connections are dead, and nobody need wait to find out.
onlineStore.subscribe((online) => {
  const now = playing.get();
  if (!online || now === undefined || stopped(now.state)) return;
  watched = fresh;
  take('catch-up', now.stream.url);
});
