import { AsyncLocalStorage } from 'node:async_hooks';
import type { CuttingProxy } from '../../server/test/support/cutting-proxy.ts';
import type { Fault } from './fault.ts';

/** A phone's time runs so much faster than ours: its pauses and limits keep their proportions, and trials fit into minutes. */
export const speed = 10;

/** Between two lives, ours: the app is opened again. */
export const reopenMs = 2_000 / speed;

/** One opened app on one phone, until it is closed or killed. */
export interface Phone {
  readonly token: string;
  readonly line: CuttingProxy;
  isOnline: boolean;
  isDead: boolean;
  /** What strikes the exchange that begins now. */
  nextFault: () => Fault | undefined;
  killServer: () => void;
  serverIsDown: () => boolean;
  tell: (line: string) => void;
  /** Resolves when the phone is dead. */
  readonly dead: Promise<void>;
  die: () => void;
  /** Tells when the network is back, as the phone would. */
  onOnline: () => void;
}

const holder = new AsyncLocalStorage<Phone>();

/** The phone whose code is running; undefined outside all phones. */
export const phoneInHand = (): Phone | undefined => holder.getStore();

/** Runs code on a phone: timers, network and `navigator.onLine` are that phone's from here on, also in what comes later. */
export const onPhone = <Answer>(phone: Phone, work: () => Answer): Answer => holder.run(phone, work);

interface PhoneParts extends Pick<Phone, 'token' | 'line' | 'nextFault' | 'killServer' | 'serverIsDown' | 'tell'> {
  onDeath: () => void;
}

export function createPhone({ onDeath, ...parts }: PhoneParts): Phone {
  let buried = (): void => undefined;
  const dead = new Promise<void>((settle) => (buried = settle));
  parts.line.hangUp();
  const phone: Phone = {
    ...parts,
    isOnline: true,
    isDead: false,
    dead,
    die() {
      if (phone.isDead) return;
      phone.isDead = true;
      parts.line.hangUp();
      onDeath();
      buried();
    },
    onOnline: () => undefined,
  };
  return phone;
}

const never = (): Promise<never> => new Promise<never>(() => undefined);
/** Asked anew each time: a phone dies while others wait. */
const isGone = (phone: Phone): boolean => phone.isDead;

/** The timers Node has of its own; a phone's go through the patched ones (phone-globals.ts). */
const nativeTimeout = globalThis.setTimeout;

/** How long a connection to a dead server takes to fail; ours, not the phone's. */
const deadLineMs = 500;

function loseNetwork(phone: Phone, ms: number): void {
  phone.isOnline = false;
  phone.line.hangUp();
  nativeTimeout(() => {
    phone.isOnline = true;
    if (!phone.isDead) onPhone(phone, phone.onOnline);
  }, ms / speed);
}

/** Plans a fault on the line; a tab killed after the answer is left to `exchange`. */
function arm(phone: Phone, fault: Fault | undefined): void {
  const { line } = phone;
  switch (fault?.kind) {
    case undefined:
      return;
    case 'request-lost':
      return line.loseRequest();
    case 'request-cut':
      return line.cutAfter(fault.bytes);
    case 'answer-lost':
      return line.loseAnswer();
    case 'answer-cut':
      return line.halveAnswer(fault.bytes);
    case 'late':
      return line.hold(fault.ms / speed);
    case 'offline':
      return line.loseAnswer(() => loseNetwork(phone, fault.ms));
    case 'tab-killed':
      if (fault.when === 'before') return phone.die();
      if (fault.when === 'at-answer') line.loseAnswer(phone.die);
      return;
    case 'server-killed':
      if (fault.when === 'at-answer') return line.loseAnswer(phone.killServer);
      if (fault.when === 'at-request') return line.cutAfter(1, phone.killServer);
      nativeTimeout(phone.killServer, fault.ms / speed);
  }
}

/** One exchange of a phone with the server, with whatever goes wrong at it. A dead phone hears nothing any more. */
export async function exchange(phone: Phone, what: string, send: () => Promise<Response>): Promise<Response> {
  if (isGone(phone)) return never();
  if (!phone.isOnline) throw new TypeError('Failed to fetch');
  const fault = phone.nextFault();
  if (phone.serverIsDown()) {
    // A dead machine refuses nobody at once; and the phones, whose time runs faster, would hammer on one that is starting.
    await new Promise((settle) => nativeTimeout(settle, deadLineMs));
    if (isGone(phone)) return never();
  }
  phone.tell(`${what} ${fault === undefined ? '' : JSON.stringify(fault)}`);
  arm(phone, fault);
  if (isGone(phone)) return never();
  try {
    const response = await send();
    phone.tell(`  ${what}: ${response.status}`);
    if (fault?.kind === 'tab-killed') phone.die();
    return isGone(phone) ? await never() : response;
  } catch (error) {
    if (isGone(phone)) return never();
    phone.tell(`  ${what}: ${String(error)}`);
    throw error;
  }
}
