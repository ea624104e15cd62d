import { describe, expect, test } from 'vitest';
import { paths } from '#nav';
import { publicServiceModule, utilityModule, type PageModule } from './page-module';

const title = { vi: 'Tên', en: 'Name' };
const load = (): Promise<never> => Promise.reject(new Error('not opened in this test'));

describe('levels, declared once', () => {
  test('every screen of a public service is level 2', () => {
    const { kind, screens } = publicServiceModule({ id: 'x', screens: [{ path: paths.dossiers, title, load }] });
    expect({ kind, levels: screens.map(({ level }) => level) }).toEqual({ kind: 'public-service', levels: [2] });
  });

  test('a utility says 0 or 1, screen by screen', () => {
    const { screens } = utilityModule({
      id: 'x',
      screens: [
        { path: paths.home, title, load, level: 0 },
        { path: paths.inbox, title, load, level: 1 },
      ],
    });
    expect(screens.map(({ level }) => level)).toEqual([0, 1]);
  });

  test('what would lower, raise or forget a level does not compile', () => {
    const attempts = [
      // @ts-expect-error a public service cannot lower a screen
      () => publicServiceModule({ id: 'x', screens: [{ path: paths.dossiers, title, load, level: 0 }] }),
      // @ts-expect-error nor state the level it has anyway
      () => publicServiceModule({ id: 'x', screens: [{ path: paths.dossiers, title, load, level: 2 }] }),
      // @ts-expect-error a utility cannot ask for a citizen
      () => utilityModule({ id: 'x', screens: [{ path: paths.inbox, title, load, level: 2 }] }),
      // @ts-expect-error nor leave the level out
      () => utilityModule({ id: 'x', screens: [{ path: paths.inbox, title, load }] }),
      // @ts-expect-error written by hand, a screen still has a level
      (): PageModule['screens'] => [{ path: paths.dossiers, title, load }],
      // @ts-expect-error a title needs both languages
      () => utilityModule({ id: 'x', screens: [{ path: paths.home, title: { vi: 'Tên' }, load, level: 0 }] }),
    ];
    expect(attempts).toHaveLength(6);
  });
});
