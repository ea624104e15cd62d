import type { Random } from './random.ts';

/** What goes wrong at one exchange of a phone with the server. Times are the phone's. */
export type Fault =
  /** The line is cut before anything leaves. */
  | { kind: 'request-lost' }
  /** The line is cut when so many bytes have left: the server has part of the request, or all of it. */
  | { kind: 'request-cut'; bytes: number }
  /** The server has done it; its answer is lost. */
  | { kind: 'answer-lost' }
  /** Part of the answer arrives. */
  | { kind: 'answer-cut'; bytes: number }
  /** The request arrives late; the phone may have given up by then. */
  | { kind: 'late'; ms: number }
  /** The line is cut at the answer, the phone knows that it has no network, for a while. */
  | { kind: 'offline'; ms: number }
  /** The tab is killed: before the request leaves, when the server answers, or with the answer unread. */
  | { kind: 'tab-killed'; when: 'before' | 'at-answer' | 'after' }
  /** The server is killed (SIGKILL): when the request has left, so much later, or when it answers. */
  | { kind: 'server-killed'; when: 'at-request' | 'soon' | 'at-answer'; ms: number };

export type FaultKind = Fault['kind'];

/** How often each kind is drawn. A killed server hits every trial in flight, so one trial in some hundred is enough. */
const shares: readonly (readonly [kind: FaultKind, share: number])[] = [
  ['request-lost', 15],
  ['request-cut', 18],
  ['answer-lost', 22],
  ['answer-cut', 8],
  ['late', 10],
  ['offline', 10],
  ['tab-killed', 16],
  ['server-killed', 1.2],
];

const whole = shares.reduce((sum, [, share]) => sum + share, 0);

function drawKind(random: Random): FaultKind {
  let at = random.next() * whole;
  for (const [kind, share] of shares) {
    at -= share;
    if (at < 0) return kind;
  }
  return 'answer-lost';
}

export function drawFault(random: Random): Fault {
  const kind = drawKind(random);
  switch (kind) {
    case 'request-lost':
    case 'answer-lost':
      return { kind };
    case 'request-cut':
      // Within the head, within a small body, or within a chunk of a file.
      return { kind, bytes: random.whole(1, random.oneOf([300, 2_000, 260_000])) };
    case 'answer-cut':
      return { kind, bytes: random.whole(1, 1_500) };
    case 'late':
      return { kind, ms: random.whole(1_000, 25_000) };
    case 'offline':
      return { kind, ms: random.whole(500, 12_000) };
    case 'tab-killed':
      return { kind, when: random.oneOf(['before', 'at-answer', 'after']) };
    case 'server-killed':
      return { kind, when: random.oneOf(['at-request', 'soon', 'at-answer']), ms: random.whole(1, 300) };
  }
}

/** Faults of one trial by the number of the exchange they strike. */
export function drawFaults(random: Random, { most, within }: { most: number; within: number }): Map<number, Fault> {
  const faults = new Map<number, Fault>();
  const count = random.whole(0, most);
  for (let drawn = 0; drawn < count; drawn += 1) faults.set(random.whole(0, within - 1), drawFault(random));
  return faults;
}
