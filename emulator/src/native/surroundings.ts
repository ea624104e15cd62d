import type { Network } from './protocol.ts';
import type { Prompt, ScriptedAnswer } from './prompts.ts';

/** What Zalo draws around a mini app. The visible phone draws it; a bare page has nobody to draw it for. */
export interface Surroundings {
  /** Asks the person. Where nobody can answer, the answer is `deny`. */
  ask(prompt: Prompt): Promise<ScriptedAnswer>;
  openBrowser(url: string): void;
  openDocument(document: { url: string; title: string }): void;
  /** Another app of the phone: a call, a text message, an outside browser. */
  openOutside(what: string): void;
  openChat(): void;
  toast(text: string): void;
  setTitle(title: string): void;
  minimise(): void;
  closeApp(): void;
}

/** What the phone may do to the mini app inside it. */
export interface MiniAppHandle {
  phoneId: string;
  /** `app` of app-config.json: title, header and status bar. */
  appearance: Readonly<Record<string, unknown>>;
  emit(event: string, data: unknown): void;
  setNetwork(network: Network): void;
}

/** The phone page puts this on its window; the mini app's document finds it there. */
export interface ZaloPhoneGlobal {
  attach(handle: MiniAppHandle): Surroundings;
}

declare global {
  interface Window {
    zaloPhone?: ZaloPhoneGlobal;
  }
}
