// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { buildHouse, installFakeZalo, type House } from '../../tests/support/app-house';
import { paths, usePlace } from '#nav';
import { utilityModule } from '#page-module';
import { Link } from '#ui/link';

const zalo = installFakeZalo();
let house: House;
afterEach(() => house.close());

function Thing() {
  const { slug } = usePlace(paths.article).params;
  const [begun, setBegun] = useState(false);
  return (
    <main>
      <h1>{begun ? `${slug}, begun` : slug}</h1>
      <button type="button" onClick={() => setBegun(true)}>
        begin
      </button>
      <Link to={paths.article({ slug: 'hai' })}>next</Link>
    </main>
  );
}
const title = { vi: 'Bài', en: 'Article' };
const load = () => Promise.resolve({ default: Thing });
const modules = [utilityModule({ id: 'news', screens: [{ path: paths.article, level: 0, title, load }] })];

test('from one thing to another of its kind nothing begun comes along', async () => {
  house = buildHouse(zalo, 0);
  house.open('/tin-tuc/mot', { modules });
  fireEvent.click(await screen.findByRole('button', { name: 'begin' }));
  expect(screen.getByRole('heading', { name: 'mot, begun' })).toBeVisible();
  fireEvent.click(screen.getByRole('link', { name: 'next' }));
  expect(await screen.findByRole('heading', { name: 'hai' })).toBeVisible();
});
