// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildHouse, type House } from '../../tests/support/app-house';
import { installFakeZalo } from '../../tests/support/fake-zalo';
import { wrongAnswers } from '../../tests/support/wrong-answers';

/** Whatever the SDK is made to do at the moment; every function of it does the same. */
let behave: () => unknown = () => undefined;

vi.mock('zmp-sdk/apis', () => {
  const asked = async () => behave();
  const names = [
    'getAccessToken',
    'login',
    'authorize',
    'getSetting',
    'getPhoneNumber',
    'getRouteParams',
    'getNetworkType',
  ];
  const storage = ['getItem', 'setItem', 'removeItem', 'getStorageInfo', 'clear'];
  return {
    ...Object.fromEntries(names.map((name) => [name, asked])),
    events: { on: () => behave() },
    EventName: {},
    nativeStorage: Object.fromEntries(storage.map((name) => [name, () => behave()])),
  };
});

const zalo = installFakeZalo();
let house: House;
afterEach(() => house.close());

describe('whatever Zalo’s SDK answers', () => {
  test.each(wrongAnswers)(
    '%s: home is whole, and a service that needs the person says what to do',
    async (_what, act) => {
      behave = act;
      house = buildHouse(zalo, 0);
      house.open('/');
      const services = await screen.findByRole('navigation', { name: 'Dịch vụ chính' });
      expect(within(services).getAllByRole('link').length).toBeGreaterThan(8);
      expect(screen.getByRole('heading', { level: 1, name: 'Tây Ninh Smart' })).toBeVisible();
      await userEvent.click(within(services).getByRole('link', { name: 'Hồ sơ của tôi' }));
      const heading = await screen.findByRole('heading', { level: 1 });
      expect(heading).not.toHaveTextContent('Tây Ninh Smart');
      expect([...screen.queryAllByRole('button'), ...screen.queryAllByRole('link')]).not.toEqual([]);
    },
  );
});
