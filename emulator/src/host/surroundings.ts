import type { MiniAppHandle, Surroundings } from '../native/surroundings.ts';

/** Nobody is there: every prompt a script said nothing about is refused, and nothing is drawn. */
const bareSurroundings: Surroundings = {
  ask: () => Promise.resolve({ kind: 'deny' }),
  openBrowser: () => undefined,
  openDocument: () => undefined,
  openOutside: () => undefined,
  openChat: () => undefined,
  toast: () => undefined,
  setTitle: () => undefined,
  minimise: () => undefined,
  closeApp: () => undefined,
};

/** The phone around this document, if it stands in one. */
export function findSurroundings(handle: MiniAppHandle): { surroundings: Surroundings; isBare: boolean } {
  try {
    const phone = window.parent === window ? undefined : window.parent.zaloPhone;
    if (phone !== undefined) return { surroundings: phone.attach(handle), isBare: false };
  } catch {
    // Framed by another origin: that is no phone.
  }
  return { surroundings: bareSurroundings, isBare: true };
}
