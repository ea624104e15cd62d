import { matchPath } from 'react-router-dom';
import type { Entry, PageModule, ScreenOf } from '#page-module';
import type { Level } from '#auth';

export type AnyScreen = ScreenOf<Level>;

export function screensOf(modules: readonly PageModule[]): AnyScreen[] {
  return modules.flatMap(({ screens }) => screens);
}

const inOrder = (entries: Entry[]): Entry[] => entries.sort((a, b) => a.order - b.order);

export function tilesOf(modules: readonly PageModule[]): Entry[] {
  return inOrder(modules.flatMap(({ tiles }) => tiles ?? []));
}

export function tabsOf(modules: readonly PageModule[]): Entry[] {
  return inOrder(modules.flatMap(({ tab }) => (tab === undefined ? [] : [tab])));
}

/** The screen that will open at `pathname`, if anybody may see it; its code can be fetched before anything is drawn. */
export function openScreenAt(modules: readonly PageModule[], pathname: string): AnyScreen | undefined {
  return screensOf(modules).find(({ level, path }) => level === 0 && matchPath(path.pattern, pathname) !== null);
}
