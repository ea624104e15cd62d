import type { Page } from '@playwright/test';

/** What can be operated; a radio that is not the chosen one of its group is reached with the arrows. */
const controls = 'a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex]';

interface Step {
  /** The number of the control in the order of the document; -1 for none: the page's end. */
  at: number;
  faults: string[];
}

/** Numbers what should be reached, and notes what only a finger could use. */
function prepare(page: Page): Promise<{ names: string[]; faults: string[] }> {
  return page.evaluate((wanted) => {
    const faults: string[] = [];
    const nameOf = (at: Element): string => {
      const label = at instanceof HTMLInputElement ? (at.labels?.[0] ?? at) : at;
      const words = at.getAttribute('aria-label') ?? label.textContent;
      return `${at.localName} “${words.replace(/\s+/g, ' ').trim().slice(0, 60)}”`;
    };
    const isSeen = (at: Element): boolean => at.checkVisibility({ visibilityProperty: true });
    const groups = new Set<string>();
    const isReached = (at: HTMLElement): boolean => {
      if (at.tabIndex < 0 || at.matches(':disabled') || !isSeen(at) || at.closest('[inert]') !== null) return false;
      if (!(at instanceof HTMLInputElement) || at.type !== 'radio') return true;
      const group = `input[type="radio"][name="${CSS.escape(at.name)}"]`;
      const chosen = document.querySelector(`${group}:checked`);
      if (chosen !== null && chosen !== at) return false;
      if (groups.has(at.name)) return false;
      groups.add(at.name);
      return true;
    };
    const found = [...document.querySelectorAll<HTMLElement>(wanted)];
    for (const at of found) if (at.tabIndex > 0) faults.push(`${nameOf(at)} jumps the queue`);
    const reached = found.filter(isReached);
    for (const [index, at] of reached.entries()) at.dataset.walked = String(index);

    // What React listens on for taps must be, hold, or lie within something a keyboard reaches.
    for (const at of document.body.querySelectorAll<HTMLElement>('*')) {
      const key = Object.keys(at).find((name) => name.startsWith('__reactProps$'));
      const props = key === undefined ? undefined : (at as unknown as Record<string, { onClick?: unknown }>)[key];
      // What a list offers is reached with the arrows of its field.
      if (props?.onClick === undefined || !isSeen(at) || at.role === 'option') continue;
      const operable = `${wanted}, label`;
      if (at.closest(operable) === null && at.querySelector(operable) === null) {
        faults.push(`${nameOf(at)} can only be tapped`);
      }
    }
    // Tab goes on from where the focus was last, also after a blur: the walk begins before everything.
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
    window.scrollTo(0, 0);
    return { names: reached.map(nameOf), faults };
  }, controls);
}

/** What has the focus now, and what is wrong with it: not to be seen, hidden, its ring cut off, or the one before kept its ring. */
function readStep(page: Page): Promise<Step> {
  return page.evaluate(() => {
    interface Walk {
      last?: { node: Element; looks: string; name: string };
    }
    const house = window as unknown as { walk?: Walk };
    const walk = house.walk ?? {};
    house.walk = walk;
    const faults: string[] = [];
    const holders = (node: Element): Element[] => {
      const found: Element[] = [];
      for (let at: Element | null = node; at !== null && found.length < 4; at = at.parentElement) found.push(at);
      return found;
    };
    const looksOf = (node: Element): string =>
      holders(node)
        .map((at) => {
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, borderWidth } =
            getComputedStyle(at);
          const outline = outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`;
          return `${outline}|${boxShadow}|${borderWidth} ${borderColor}`;
        })
        .join('\n');
    const now = document.activeElement;
    if (walk.last !== undefined && walk.last.node !== now && walk.last.node.isConnected) {
      if (looksOf(walk.last.node) === walk.last.looks) faults.push(`${walk.last.name}: the focus on it cannot be seen`);
    }
    if (!(now instanceof HTMLElement) || now === document.body || now === document.documentElement) {
      delete walk.last;
      return { at: -1, faults };
    }
    const name = `${now.localName} “${(now.getAttribute('aria-label') ?? now.textContent).trim().slice(0, 60)}”`;
    walk.last = { node: now, looks: looksOf(now), name };

    const area = now.closest('label') ?? now;
    const box = area.getBoundingClientRect();
    const spots = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((across) =>
      [0.15, 0.5, 0.85].map((down) => [box.left + box.width * across, box.top + box.height * down] as const),
    );
    const shown = spots.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (area.contains(top) || top.contains(area));
    });
    if (!shown) faults.push(`${name} has the focus and cannot be seen`);

    const ringed = holders(now).find((at) => getComputedStyle(at).outlineStyle !== 'none');
    // A mark at the edge of a map lies half outside, and its ring with it.
    if (ringed !== undefined && ringed.closest('.leaflet-marker-pane') === null) {
      const { outlineWidth, outlineOffset } = getComputedStyle(ringed);
      const beyond = parseFloat(outlineWidth) + parseFloat(outlineOffset);
      const inside = ringed.getBoundingClientRect();
      for (let at = ringed.parentElement; at !== null && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        const edge = at.getBoundingClientRect();
        const over = [
          edge.left - inside.left,
          inside.right - edge.right,
          edge.top - inside.top,
          inside.bottom - edge.bottom,
        ];
        const isCut = (how: string, sides: number[]): boolean =>
          how !== 'visible' && sides.some((side) => side + beyond > 1 && side < 1);
        if (isCut(overflowX, over.slice(0, 2)) || isCut(overflowY, over.slice(2))) {
          faults.push(`${name}: the ring of the focus is cut off by .${at.className}`);
        }
      }
    }
    return { at: Number(now.dataset.walked ?? NaN), faults };
  });
}

/** Fingers of old people: what is smaller than this is missed. */
const leastSize = 48;

/** Controls smaller than a finger; a label counts with its control, and so does whatever lies over it to be tapped. */
export function targetFaults(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ wanted, least }) => {
      const faults: string[] = [];
      const spare = 0.5;
      for (const at of document.querySelectorAll<HTMLElement>(wanted)) {
        if (at.tabIndex < 0 || !at.checkVisibility({ visibilityProperty: true })) continue;
        const area = at.closest('label') ?? at;
        const { left, top, width, height } = area.getBoundingClientRect();
        if (width < 2 || height < 2) continue;
        const reaches = (x: number, y: number): boolean => {
          const hit = document.elementFromPoint(left + width / 2 + x, top + height / 2 + y);
          return hit !== null && area.contains(hit);
        };
        const reach = least / 2 - spare;
        const wide = width >= least - spare || (reaches(-reach, 0) && reaches(reach, 0));
        const high = height >= least - spare || (reaches(0, -reach) && reaches(0, reach));
        if (wide && high) continue;
        const words = (at.getAttribute('aria-label') ?? area.textContent).replace(/\s+/g, ' ').trim().slice(0, 60);
        faults.push(`${at.localName} “${words}” is ${String(Math.round(width))}×${String(Math.round(height))} px`);
      }
      return faults;
    },
    { wanted: controls, least: leastSize },
  );
}

/**
 * Walks through what is shown by Tab alone, from the top to the end: everything is reached, in the order in which it is
 * read, the focus is always seen, and it is not held fast anywhere.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const { names, faults } = await prepare(page);
  const passed: number[] = [];
  // Players and maps have stops of their own inside.
  const most = names.length + 40;
  let ended = false;
  for (let taps = 0; taps < most && !ended; taps += 1) {
    await page.keyboard.press('Tab');
    const { at, faults: found } = await readStep(page);
    faults.push(...found);
    ended = at === -1 || (passed.length > 1 && at === passed[0]);
    if (!ended) passed.push(at);
  }
  if (!ended && names.length > 0) faults.push(`the focus never leaves ${names[passed.at(-1) ?? 0] ?? ''}`);
  const order = passed.filter((at) => !Number.isNaN(at));
  for (const [index, at] of order.entries()) {
    const before = order[index - 1] ?? -1;
    if (at < before) faults.push(`${names[at] ?? ''} comes after ${names[before] ?? ''}`);
  }
  for (const [at, name] of names.entries()) if (!order.includes(at)) faults.push(`${name} is never reached`);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return [...new Set(faults)];
}
