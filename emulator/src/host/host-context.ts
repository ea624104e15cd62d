import type { Boot, Network } from '../native/protocol.ts';
import type { Prompt, ScriptedAnswer } from '../native/prompts.ts';
import type { NativeAnswer, NativeOutcome } from '../native/protocol.ts';
import { failed, NATIVE_ERROR } from '../native/protocol.ts';
import type { Surroundings } from '../native/surroundings.ts';
import type { KeyValueStore } from './key-value-store.ts';
import type { PhoneLine } from './phone-line.ts';

/** What every native action works with. */
export interface HostContext {
  boot: Boot;
  line: PhoneLine;
  store: KeyValueStore;
  surroundings: Surroundings;
  network(): Network;
  /** Where a URL really leads on this machine. */
  rewrite(url: string): string;
  emit(event: string, data: unknown): void;
  realFetch: typeof fetch;
}

export type Parameters = Readonly<Record<string, unknown>>;
export type ActionHandler = (parameters: Parameters, host: HostContext) => NativeOutcome | Promise<NativeOutcome>;
export type ActionTable = Readonly<Record<string, ActionHandler>>;

/** A script's answer if there is one, else the person's; a bare page has no person and refuses. */
export const ask = async (host: HostContext, prompt: Prompt): Promise<ScriptedAnswer> =>
  (await host.line.scriptedAnswer(prompt.kind)) ?? host.surroundings.ask(prompt);

type Ways = {
  granted: (value: unknown) => NativeOutcome | Promise<NativeOutcome>;
  denied?: NativeAnswer;
  cancelled?: NativeAnswer;
};

/** Turns the end of a prompt into what native says. */
export function outcomeOf(answer: ScriptedAnswer, ways: Ways): NativeOutcome | Promise<NativeOutcome> {
  const denied = ways.denied ?? failed(NATIVE_ERROR.denied, 'User denied');
  switch (answer.kind) {
    case 'grant':
      return ways.granted(answer.value);
    case 'deny':
      return denied;
    case 'cancel':
      return ways.cancelled ?? denied;
    case 'never':
      return 'silent';
    case 'error':
      return failed(answer.code, answer.message ?? 'Emulated error');
  }
}

export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
export const noNetwork = (): NativeAnswer => failed(-9999, 'Network error');
