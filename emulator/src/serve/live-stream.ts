import { readFile } from 'node:fs/promises';
import { send } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { meetFault } from '../http/meet-fault.ts';
import type { World } from '../world/world.ts';

/** Where the stand-in for the broadcaster answers: `/__media__/<channel>/live.m3u8` and `audio.m3u8`. */
export const MEDIA_PREFIX = '/__media__';

const ASSETS = new URL('../../assets/live/', import.meta.url);
/** Six segments of two seconds, H.264 and AAC, or AAC alone; played round and round. Kept as `.mpegts`: `.ts` is code here. */
const SEGMENTS = 6;
const SEGMENT_MS = 2000;
const WINDOW = 5;

/** The broadcast began an hour before the stand-in. Counted since 1970, players that keep a list by the numbers choke. */
const ON_AIR_BEFORE_MS = 3_600_000;

/** A live playlist after so many milliseconds of broadcast: it slides on, and says where the tape begins anew. */
export function playlistAt(kind: 'live' | 'audio', onAirMs: number): string {
  const newest = Math.floor(onAirMs / SEGMENT_MS);
  const oldest = newest - WINDOW;
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:3',
    `#EXT-X-TARGETDURATION:${Math.ceil(SEGMENT_MS / 1000)}`,
    `#EXT-X-MEDIA-SEQUENCE:${oldest}`,
    // How many of them slid out of the window before it.
    `#EXT-X-DISCONTINUITY-SEQUENCE:${Math.ceil(oldest / SEGMENTS)}`,
  ];
  for (let number = oldest; number < newest; number += 1) {
    if (number % SEGMENTS === 0) lines.push('#EXT-X-DISCONTINUITY');
    lines.push(`#EXTINF:${(SEGMENT_MS / 1000).toFixed(3)},`, `${kind}-${number % SEGMENTS}.ts?n=${number}`);
  }
  return `${lines.join('\n')}\n`;
}

/** One segment of the tape: MPEG-TS, 188 bytes a packet. */
export const readTape = (kind: string, number: number): Promise<Buffer> =>
  readFile(new URL(`${kind}-${number}.mpegts`, ASSETS));

const ANYWHERE = { 'access-control-allow-origin': '*' };

/** Answers a playlist or a segment. Fault `media` (or `media/segment`, `media/playlist`) applies; an `error`'s code is its HTTP status. */
export async function answerMedia(exchange: Exchange, world: World): Promise<void> {
  const { response, url } = exchange;
  const [, kind, part] = /\/(live|audio)(\.m3u8|-[0-5]\.ts)$/.exec(url.pathname) ?? [];
  if (kind === undefined || part === undefined) {
    return send(response, { status: 404, body: 'not found', type: 'text/plain', headers: ANYWHERE });
  }
  const isPlaylist = part === '.m3u8';
  const isOver = await meetFault(
    world.faults.take(`media/${isPlaylist ? 'playlist' : 'segment'}`),
    exchange,
    ({ code }) => ({ status: code, body: 'gone', type: 'text/plain', headers: ANYWHERE }),
  );
  if (isOver) return undefined;
  if (isPlaylist) {
    const body = playlistAt(kind === 'live' ? 'live' : 'audio', ON_AIR_BEFORE_MS + process.uptime() * 1000);
    return send(response, { body, type: 'application/vnd.apple.mpegurl', headers: ANYWHERE });
  }
  return send(response, {
    body: await readTape(kind, Number(part.slice(1, 2))),
    type: 'video/mp2t',
    headers: ANYWHERE,
  });
}
