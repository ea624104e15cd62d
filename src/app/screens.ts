import { matchPath } from 'react-router-dom';
import type { Level } from '#auth';
import { loadCode } from '#lib/load-code';
import { paths } from '#nav';
import type { Entry, PageModule, ScreenOf } from '#page-module';

export type AnyScreen = ScreenOf<Level>;

const lateStyles = () => import('#ui/late-styles');

/** Home is drawn with the first styles alone; every other screen comes with the rest of them. */
function withStyles(screen: AnyScreen): AnyScreen {
  const fetchCode = (): ReturnType<AnyScreen['load']> => loadCode(screen.load);
  if (screen.path === paths.home) return { ...screen, load: fetchCode };
  const load = async (): ReturnType<AnyScreen['load']> => {
    const [code] = await Promise.all([fetchCode(), loadCode(lateStyles)]);
    return code;
  };
  return { ...screen, load };
}

const known = new WeakMap<readonly PageModule[], AnyScreen[]>();

/** All screens of the table; the same objects each time. */
export function screensOf(modules: readonly PageModule[]): AnyScreen[] {
  const screens = known.get(modules) ?? modules.flatMap((module) => module.screens).map(withStyles);
  known.set(modules, screens);
  return screens;
}

const inOrder = (entries: Entry[]): Entry[] => entries.sort((a, b) => a.order - b.order);

export function tilesOf(modules: readonly PageModule[]): Entry[] {
  return inOrder(modules.flatMap(({ tiles }) => tiles ?? []));
}

export function tabsOf(modules: readonly PageModule[]): Entry[] {
  return inOrder(modules.flatMap(({ tab }) => (tab === undefined ? [] : [tab])));
}

/** The screen at a path of ours, whoever may see it. */
export function screenOf(modules: readonly PageModule[], path: AnyScreen['path']): AnyScreen | undefined {
  return screensOf(modules).find((screen) => screen.path === path);
}

/** The screen that will open at `pathname`, if anybody may see it; its code can be fetched before anything is drawn. */
export function openScreenAt(modules: readonly PageModule[], pathname: string): AnyScreen | undefined {
  return screensOf(modules).find(({ level, path }) => level === 0 && matchPath(path.pattern, pathname) !== null);
}
