import { base as builtBase, home } from 'virtual:home-picture';
import { preferences, restorePreferences } from '#config';
import { defineTexts } from '#lib/texts';
import { memoryOf } from '#zalo';
import { preferencesKey, showStatusBar } from './phone';

/*
 * A file of its own, a few kilobytes, that comes before the app: on a bad network home stands seconds earlier. It draws
 * what React draws first at the same place, and keeps what is tapped until React has taken the picture's place.
 * Nothing may be imported here that is not as small, and nothing asked of the web view that the oldest lack.
 */

const texts = defineTexts({
  vi: {
    coming: 'Mạng đang chậm. Mục bạn vừa bấm sẽ mở ngay khi tải xong.',
    lost: 'Chưa tải được ứng dụng. Bạn kiểm tra mạng rồi bấm Mở lại.',
    again: 'Mở lại',
  },
  en: {
    coming: 'The network is slow. What you tapped opens as soon as it is here.',
    lost: 'The app could not be loaded. Check the network, then tap Open again.',
    again: 'Open again',
  },
});

/** Milliseconds before words explain why nothing happens: after a tap, and once all files have come or failed. */
const patience = 1_500;

const linkAt = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest('a[href]')?.getAttribute('href') ?? null) : null;

function showHome(place: HTMLElement, base: string): void {
  const { language } = preferences.get();
  const t = texts[language];
  place.innerHTML = home[language].split(`"${builtBase}`).join(`"${base}`);
  const line = document.createElement('div');
  line.className = 'early';
  line.setAttribute('role', 'status');
  place.append(line);
  let tapped: string | null = null;
  let focused: string | null = null;

  const noteFocus = (event: Event): void => {
    focused = linkAt(event.target);
  };
  const keepTap = (event: Event): void => {
    const link = linkAt(event.target);
    if (link === null) return;
    event.preventDefault();
    if (tapped === null) setTimeout(() => (line.textContent ||= t.coming), patience);
    tapped = link;
  };
  const tellLoss = (): void => {
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'btn';
    again.textContent = t.again;
    again.addEventListener('click', () => {
      window.location.reload();
    });
    line.textContent = t.lost;
    line.append(again);
  };
  place.addEventListener('focusin', noteFocus);
  place.addEventListener('click', keepTap);
  // Whichever file failed may have done so before this one ran: no use listening for it.
  const whenAllCame = (): void => void setTimeout(tellLoss, patience);
  if (document.readyState === 'complete') whenAllCame();
  else window.addEventListener('load', whenAllCame, { once: true });

  const watch = new MutationObserver(() => {
    if (line.isConnected) return;
    watch.disconnect();
    place.removeEventListener('focusin', noteFocus);
    place.removeEventListener('click', keepTap);
    // What still comes late is said to a line nobody sees any more.
    const drawn = (href: string): HTMLElement | undefined =>
      [...place.querySelectorAll<HTMLElement>('a[href]')].find((link) => link.getAttribute('href') === href);
    if (focused !== null) drawn(focused)?.focus({ preventScroll: true });
    if (tapped !== null) drawn(tapped)?.click();
  });
  watch.observe(place, { childList: true });
}

const place = document.getElementById('app');
const base = /^(\/zapps\/[^/]+)\/?$/.exec(window.location.pathname)?.[1];
// The app may have been quicker, or a link leads elsewhere.
if (place?.childElementCount === 0 && base !== undefined) {
  restorePreferences(memoryOf(preferencesKey));
  showStatusBar();
  showHome(place, base);
}
