// `npm run a11y [-- name …]`: every screen there is, in every state pictures are taken of, in the three text sizes: axe
// finds no fault (WCAG 2.2 AA), nothing is cut off, lies over something else or scrolls sideways, everything is big enough
// for a finger, Tab alone leads through all of it, and a person's own settings (text twice as large, airy text, a narrow
// screen, no motion) break nothing. Fails too when a screen of the module table was never met.
// `--sizes`, `--settings`, `--keyboard` ask only that. There is no dark look; once there is, it is one more loop here.
import type { Page } from '@playwright/test';
import { matchPath } from 'react-router-dom';
import type { Viewer } from '../tests/screens/stage.ts';
import { setTextSize, walkScreens, type TextSizeName } from '../tests/screens/walk.ts';
import { accessibilityFaults, inFullLength, sayFault, textSizes } from '../tests/support/accessible.ts';
import { keyboardFaults, targetFaults } from '../tests/support/keyboard-faults.ts';
import { layoutFaults } from '../tests/support/layout-faults.ts';
import { settingsFaults } from '../tests/support/settings-faults.ts';
import { buildIfStale } from './build-if-stale.mjs';
import { endInOrder } from './children.mjs';
import { readModuleTable } from './read-module-table.ts';

const levels: Record<Viewer, number> = { visitor: 0, contact: 1, citizen: 2 };
const screens = (await readModuleTable()).flatMap((module) => module.screens);
const unmet = new Set(screens);
let looked = 0;

/** The most exact one is what the router opens: `/phan-anh/gui` is not a report named "gui". */
function screenAt(path: string): (typeof screens)[number] | undefined {
  const open = screens.filter((screen) => matchPath(screen.path.pattern, path) !== null);
  return open.find((screen) => screen.path.pattern === path) ?? open[0];
}

const questions = ['sizes', 'settings', 'keyboard'] as const;

function asks(question: (typeof questions)[number]): boolean {
  return only.length === 0 || only.includes(question);
}

async function look(page: Page, _shot: string, viewer: Viewer): Promise<string[]> {
  const screen = screenAt(new URL(page.url()).pathname.replace(/^\/zapps\/[^/]+/, '') || '/');
  // Below its level one meets the gate instead.
  if (screen !== undefined && levels[viewer] >= screen.level) unmet.delete(screen);
  const faults: string[] = [];
  if (asks('sizes')) {
    for (const size of Object.keys(textSizes) as TextSizeName[]) {
      await setTextSize(page, size);
      const found = [...(await layoutFaults(page)), ...(await accessibilityFaults(page)).map(sayFault)];
      faults.push(...found.map((fault) => `${size} text: ${fault}`));
      looked += 1;
    }
    await setTextSize(page, 'normal');
  }
  if (asks('settings')) {
    faults.push(...(await settingsFaults(page)));
    looked += 1;
  }
  // Small things first, the walk last: it moves what is shown.
  if (asks('keyboard')) {
    faults.push(...(await inFullLength(page, () => targetFaults(page))), ...(await keyboardFaults(page)));
    looked += 1;
  }
  return faults;
}

const words = process.argv.slice(2);
const only = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
const wanted = words.filter((word) => !word.startsWith('--'));
const unknown = only.filter((word) => !questions.some((question) => question === word));
if (unknown.length > 0) throw new Error(`No such question: ${unknown.join(', ')}`);
endInOrder();
await buildIfStale();
const failed = await walkScreens({ wants: (name) => wanted.length === 0 || wanted.includes(name), look });
const missed = wanted.length > 0 ? [] : [...unmet].map(({ path }) => path.pattern);
if (missed.length > 0) console.error(`Never met: ${missed.join(', ')}. Add a shot in tests/screens/screens.ts.`);
console.log(`${String(looked)} looks at ${String(screens.length - unmet.size)} of ${String(screens.length)} screens.`);
if (failed.length > 0) console.error(`With faults: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 && missed.length === 0 ? 0 : 1;
