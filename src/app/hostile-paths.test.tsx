// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildHouse, installFakeZalo, type House } from '../../tests/support/app-house';
import { APP_ID } from '../../tests/support/fake-zalo';
import { paths, useGo } from '#nav';
import { utilityModule } from '#page-module';
import { Link } from '#ui/link';
import { moduleTable } from './module-table';

const zalo = installFakeZalo();
let house: House;

beforeEach(() => {
  house = buildHouse(zalo, 0);
});
afterEach(() => house.close());

const hostile = ['/\\evil.example/x', '//evil.example/x', '/\\\\evil.example', '/..//evil.example', '/%5cevil.example'];

function Settings() {
  const go = useGo();
  return (
    <>
      <h1>hostile paths</h1>
      {hostile.map((path, at) => (
        <Link key={path} to={path}>{`link ${String(at)}`}</Link>
      ))}
      {hostile.map((path, at) => (
        <button key={path} type="button" onClick={() => go(path)}>{`go ${String(at)}`}</button>
      ))}
    </>
  );
}

// What the router would make of such a path (docs/dependencies.md): it is written behind the app's own place.
test.each(hostile.flatMap((path, at) => [`link ${String(at)}`, `go ${String(at)}`].map((what) => ({ path, what }))))(
  '$path, by $what, leads to no other origin',
  async ({ what }) => {
    const title = { vi: 'Cài đặt', en: 'Settings' };
    const load = () => Promise.resolve({ default: Settings });
    const own = utilityModule({ id: 'settings', screens: [{ path: paths.settings, level: 0, title, load }] });
    house.open('/cai-dat', { modules: moduleTable.map((module) => (module.id === 'settings' ? own : module)) });
    const tapped = await screen.findByText(what);
    const here = 'http://h5.zdn.vn.localhost';
    if (tapped instanceof HTMLAnchorElement) expect(new URL(tapped.href).origin).toBe(here);
    await userEvent.click(tapped);
    // What the table of paths does not know is home.
    expect(await screen.findByRole('link', { name: 'Bạn cần làm gì?' })).toBeVisible();
    expect(window.location.href.startsWith(`${here}/zapps/${APP_ID}`)).toBe(true);
  },
);
