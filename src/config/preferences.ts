import { createStore } from '#lib/store';
import type { Language } from '#lib/texts';

export type TextSize = 1 | 2 | 3;

/** Chosen in /cai-dat, kept on the phone; says nothing about the person. */
export interface Preferences {
  readonly language: Language;
  readonly textSize: TextSize;
  /** Fewer bytes: nothing is fetched ahead, photos are shrunk further before sending. */
  readonly dataSaving: boolean;
}

/** Where preferences are kept; the zalo room's storage, handed over by main.tsx. */
export interface PreferencePlace {
  read(): string | undefined;
  write(text: string): void;
}

const standard: Preferences = { language: 'vi', textSize: 1, dataSaving: false };
const textNames = { 1: undefined, 2: 'large', 3: 'largest' } as const;

export const preferences = createStore<Preferences>(standard);
let place: PreferencePlace | undefined;

/** Anything read back, made into preferences: what is not understood is as if never chosen. */
export function readPreferences(text: string | undefined): Preferences {
  try {
    const found = JSON.parse(text ?? '{}') as Partial<Record<keyof Preferences, unknown>> | null;
    const size = found?.textSize;
    return {
      language: found?.language === 'en' ? 'en' : 'vi',
      textSize: size === 2 || size === 3 ? size : 1,
      dataSaving: found?.dataSaving === true,
    };
  } catch {
    return standard;
  }
}

function show({ language, textSize }: Preferences): void {
  const root = document.documentElement;
  root.lang = language;
  const name = textNames[textSize];
  if (name === undefined) delete root.dataset.text;
  else root.dataset.text = name;
}

/** Takes up what was chosen before; called at boot, and once more when Zalo's own storage has answered. */
export function restorePreferences(from: PreferencePlace): void {
  place = from;
  const text = from.read();
  if (text !== undefined) preferences.set(readPreferences(text));
  show(preferences.get());
}

export function setPreferences(change: Partial<Preferences>): void {
  const next = { ...preferences.get(), ...change };
  preferences.set(next);
  show(next);
  place?.write(JSON.stringify(next));
}
