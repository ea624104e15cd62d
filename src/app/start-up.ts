import { refreshAnswers } from '#api';
import { refreshAuth, startAuth } from '#auth';
import { note } from '#lib/log';
import { preferences, restorePreferences } from '#config';
import { memoryOf, onZaloEvent, phoneStorage } from '#zalo';
import { preferencesKey, showStatusBar } from './phone';

let screenDrawn: () => void = () => undefined;
const firstScreen = new Promise<void>((resolve) => {
  screenDrawn = resolve;
});

/** Settles once the first screen has been painted; Zalo's SDK and everything it starts wait for this. */
export function afterFirstScreen(): Promise<void> {
  return firstScreen;
}

/** Called when the first screen's code is here (or failed to come). */
export function tellFirstScreen(): void {
  // The second frame begins after the first was painted.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(screenDrawn)));
}

/** What was chosen on this phone, before the first paint; Zalo's own storage is asked later and has the last word. */
export function takeUpPreferences(): void {
  const near = memoryOf(preferencesKey);
  const place = {
    read: near.read,
    write(text: string) {
      near.write(text);
      phoneStorage.write(preferencesKey, text);
    },
  };
  restorePreferences(place);
  void firstScreen
    .then(() => phoneStorage.read(preferencesKey))
    .then((kept) => {
      if (kept !== undefined && kept !== near.read()) restorePreferences({ ...place, read: () => kept });
    });
}

function measureKeyboard(): void {
  const { visualViewport } = window;
  if (!visualViewport) return;
  // On iOS the keyboard covers the page instead of shortening it; the foot must stand above it.
  const show = (): void => {
    const covered = Math.max(0, Math.round(window.innerHeight - visualViewport.height - visualViewport.offsetTop));
    document.documentElement.style.setProperty('--keyboard', `${String(covered > 80 ? covered : 0)}px`);
  };
  visualViewport.addEventListener('resize', show);
  visualViewport.addEventListener('scroll', show);
}

/** Sizes of the phone that CSS alone does not know. */
export function measurePhone(): void {
  showStatusBar();
  measureKeyboard();
}

const aheadMs = 2_000;

/** Fetches what is likely to be opened next, unless the person saves data. */
export function fetchAhead(next: () => Promise<unknown>): void {
  void firstScreen.then(() => {
    setTimeout(() => {
      if (!preferences.get().dataSaving) next().catch((error: unknown) => note('not fetched ahead', error));
    }, aheadMs);
  });
}

/** After the first screen: who is this, and what Zalo tells us from now on. */
export function startZalo(): void {
  // A lost chunk is told by the screen that wanted it; here it is only noted, so that it is not an unhandled error.
  window.addEventListener('vite:preloadError', (event) => {
    note('a part of the app did not come', (event as Event & { payload?: unknown }).payload);
  });
  void firstScreen.then(() => {
    startAuth();
    onZaloEvent('resumed', () => {
      refreshAuth();
      refreshAnswers();
    });
  });
}
