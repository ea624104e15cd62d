import type { Page } from '@playwright/test';

/**
 * What does not fit: a page that scrolls sideways, words beyond the phone's edge, words cut off by the box they stand in,
 * words over other words. Measured on the letters themselves, not on the boxes round them.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    // A phone draws what is too wide smaller, and then says it is wider than it is; the document does not.
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth - width;
    if (wide > 0) faults.push(`the page is ${String(wide)} px wider than the phone`);

    interface Piece {
      words: string;
      box: DOMRect;
      /** What stays where it is while the page scrolls lies over it, and may. */
      layer: Element | null;
      holder: Element;
    }
    const pieces: Piece[] = [];
    const isSeen = (at: Element): boolean => at.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const over = (a: number, b: number, c: number, d: number): number => Math.min(b, d) - Math.max(a, c);

    const layers = new Map<Element, Element | null>();
    const layerOf = (at: Element): Element | null => {
      const known = layers.get(at);
      if (known !== undefined) return known;
      const { position } = getComputedStyle(at);
      const own = position === 'fixed' || position === 'sticky';
      const found = own ? at : at.parentElement === null ? null : layerOf(at.parentElement);
      layers.set(at, found);
      return found;
    };
    /** The nearest box round these letters that cuts off what is too much, sideways or downwards. */
    const cutBy = (from: Element, box: DOMRect): string | undefined => {
      for (let at: Element | null = from; at !== null && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const inside = at.getBoundingClientRect();
        const cuts = (how: string): boolean => how === 'hidden' || how === 'clip';
        if (cuts(overflowX) && (box.left < inside.left - 1 || box.right > inside.right + 1)) return at.className;
        // A line is higher than its letters: only what loses part of a letter is cut.
        const spare = box.height / 4;
        if (cuts(overflowY) && (box.top < inside.top - spare || box.bottom > inside.bottom + spare))
          return at.className;
        if (overflowX === 'auto' || overflowX === 'scroll') return undefined;
      }
      return undefined;
    };
    const scrollsSideways = (from: Element): boolean => {
      for (let at: Element | null = from; at !== null && at !== document.body; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
      }
      return false;
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      const holder = node.parentElement;
      if (
        words === '' ||
        holder === null ||
        holder.closest('script, style, .leaflet-container, svg, option') !== null
      ) {
        continue;
      }
      // What is .unseen is there for whoever listens.
      if (!isSeen(holder) || holder.closest('.unseen') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of Array.from(range.getClientRects())) {
        if (box.width < 2 || box.height < 2) continue;
        const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
        if ((box.left < -1 || box.right > width + 1) && !scrollsSideways(holder)) {
          faults.push(`beyond the edge: “${shown}”`);
        }
        const cutter = cutBy(holder, box);
        if (cutter !== undefined) faults.push(`cut off by .${cutter}: “${shown}”`);
        else pieces.push({ words: shown, box, layer: layerOf(holder), holder });
      }
    }

    for (const [index, one] of pieces.entries()) {
      for (const other of pieces.slice(index + 1)) {
        if (one.layer !== other.layer || one.holder === other.holder) continue;
        const across = over(one.box.left, one.box.right, other.box.left, other.box.right);
        const down = over(one.box.top, one.box.bottom, other.box.top, other.box.bottom);
        // The boxes of two lines touch; letters over letters take more than a third of a line.
        if (across > 2 && down > Math.min(one.box.height, other.box.height) / 3) {
          faults.push(`“${one.words}” and “${other.words}” lie over each other`);
        }
      }
    }
    return [...new Set(faults)];
  });
}
