import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { moduleTable } from '#module-table';
import { connectAuth } from '#auth';
import { paths } from '#nav';
import { App } from './app/app';
import { fetchScreen } from './app/lazy-screen';
import { openScreenAt, screenOf } from './app/screens';
import { fetchAhead, measurePhone, startZalo, takeUpPreferences, tellFirstScreen } from './app/start-up';
import './ui/ui.css';

// Province (a constant, with its theme) → preferences → stores → router; Zalo's SDK only after the first screen.
takeUpPreferences();
measurePhone();
connectAuth();

const place = document.getElementById('app');
if (place === null) throw new Error('Zalo’s page has no #app');
createRoot(place).render(
  <StrictMode>
    <App modules={moduleTable} />
  </StrictMode>,
);

const pathname = window.location.pathname.replace(/^\/zapps\/[^/]+/, '');
const first = openScreenAt(moduleTable, pathname === '' ? '/' : pathname);
void (first === undefined ? Promise.resolve() : fetchScreen(first.load)).then(tellFirstScreen, tellFirstScreen);
startZalo();
fetchAhead(async () => (await import('./app/count-opening')).countOpening());

// The form of a report too: it is to open where the network has just gone.
for (const path of [paths.procedures, paths.sendReport]) {
  const next = screenOf(moduleTable, path);
  if (next !== undefined) fetchAhead(() => fetchScreen(next.load));
}
