// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://h5.zdn.vn.localhost/zapps/1234567890123456789/" }
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { buildHouse, eventually, installFakeZalo, type House } from '../../tests/support/app-house';
import type { PageModule } from '#page-module';
import { moduleTable } from './module-table';

const zalo = installFakeZalo();
let house: House;

afterEach(() => house.close());

/** The table with screens that say that they were fetched, and nothing else. */
function watched(fetched: string[]): PageModule[] {
  return moduleTable.map((module) => ({
    ...module,
    screens: module.screens.map((screen) => ({
      ...screen,
      load: () => {
        fetched.push(screen.path.pattern);
        return Promise.resolve({ default: () => <h1>opened: {screen.path.pattern}</h1> });
      },
    })),
  }));
}

const given: Record<string, string> = { code: '1.001193', procedureCode: '1.001193', topic: 'health' };
const screens = moduleTable.flatMap((module) => module.screens);
const levels = [0, 1, 2] as const;
const cases = screens.flatMap(({ path, level }) =>
  levels.map((person) => ({
    pattern: path.pattern,
    path: path.pattern.replace(/:(\w+)/g, (_, name: string) => given[name] ?? 'a-thing'),
    needed: level,
    person,
  })),
);

describe('every screen, for everybody', () => {
  test.each(cases)('$pattern needs $needed; somebody at $person', async ({ pattern, path, needed, person }) => {
    house = buildHouse(zalo, person);
    const fetched: string[] = [];
    house.open(path, { modules: watched(fetched) });
    if (person >= needed) {
      expect(await screen.findByText(`opened: ${pattern}`)).toBeVisible();
    } else {
      // In full: while the step-up screen is on its way its place holder is called “Liên kết tài khoản”.
      const asks = person === 0 ? 'Cho chúng tôi biết số điện thoại' : 'Liên kết tài khoản Tây Ninh ID';
      expect(await screen.findByRole('heading', { level: 1, name: asks })).toBeVisible();
      expect(await screen.findByRole('button', { name: 'Để sau' })).toBeVisible();
      // Neither its code nor any request of it; and Zalo was not asked to ask the person anything.
      expect(fetched).toEqual([]);
    }
    expect(house.asked()).toEqual([]);
    expect(house.zalo.calls.filter(({ action }) => action.startsWith('action.mp.'))).toEqual([]);
  });

  test.each(screens.filter(({ level }) => level > 0).map(({ path }) => path.pattern))(
    '%s waits while nobody is recognised yet, and fetches nothing',
    async (pattern) => {
      house = buildHouse(zalo, 2);
      house.server.on('POST /session', 'silence');
      const fetched: string[] = [];
      house.open(cases.find((one) => one.pattern === pattern)?.path ?? '/', { modules: watched(fetched) });
      await eventually(() => expect(house.server.asked).toHaveLength(1));
      expect(screen.getByText('Đang nhận ra bạn qua Zalo…')).toBeInTheDocument();
      expect(fetched).toEqual([]);
    },
  );
});

describe('the table', () => {
  test('public services are level 2, utilities never', () => {
    for (const { kind, screens: own } of moduleTable) {
      for (const { level } of own) expect(level === 2).toBe(kind === 'public-service');
    }
  });

  test('no path leads to two screens, and every tile and tab leads to one', () => {
    const patterns = screens.map(({ path }) => path.pattern);
    expect(new Set(patterns).size).toBe(patterns.length);
    const offered = moduleTable.flatMap(({ tiles, tab }) => [...(tiles ?? []), ...(tab === undefined ? [] : [tab])]);
    const screensOf = patterns.map((pattern) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/?]+')}([?].*)?$`));
    for (const { to } of offered) expect(screensOf.filter((screen) => screen.test(to)).length, to).toBeGreaterThan(0);
  });

  test('the bar holds four at most', () => {
    expect(moduleTable.filter(({ tab }) => tab !== undefined).length).toBeLessThanOrEqual(4);
  });
});
