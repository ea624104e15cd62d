import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { moduleTable } from '#module-table';
import { setPreferences } from '#config';
import type { Language } from '#lib/texts';
import { App } from './app';
import { fetchScreen } from './lazy-screen';
import { openScreenAt } from './screens';

/**
 * Home as React draws it first, as HTML. Runs while the app is built (tools/first-picture-plugin.ts), in a document whose
 * address is home's, and never on a phone.
 */
export async function drawHome(language: Language): Promise<string> {
  const home = openScreenAt(moduleTable, '/');
  if (home === undefined) throw new Error('No screen of the table stands at /');
  await fetchScreen(home.load);
  setPreferences({ language });
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() => {
    root.render(<App modules={moduleTable} />);
  });
  const html = place.innerHTML;
  root.unmount();
  return html;
}
