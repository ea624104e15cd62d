import { createContext, useContext } from 'react';

/** A place in the bar at the bottom. */
export interface Tab {
  label: string;
  icon: string;
  to: string;
  /** What the amber dot means, to be read aloud; absent: no dot. */
  waiting?: string;
}

/** A service on the home screen. */
export type Tile = Omit<Tab, 'waiting'>;

/** What the frame round the screens lends them; given by the app room. */
export interface Shell {
  /** The address of an in-app path, for `href`. */
  address(path: string): string;
  go(path: string): void;
  back(): void;
  tabs: readonly Tab[];
  /** Services the modules offer on the home screen. */
  tiles: readonly Tile[];
  /** In-app path of the open screen, without query. */
  here: string;
  /** The phone has no network: every screen says so. */
  offline: boolean;
  /** How many things wait to be sent. */
  waiting: number;
  /** Changes whenever another place was reached; `moved` is false where focus should stay (first screen, same place). */
  arrival: { key: string; moved: boolean };
}

const nowhere: Shell = {
  address: (path) => path,
  go: () => undefined,
  back: () => undefined,
  tabs: [],
  tiles: [],
  here: '/',
  offline: false,
  waiting: 0,
  arrival: { key: '', moved: false },
};

const ShellContext = createContext<Shell>(nowhere);

export const ShellProvider = ShellContext.Provider;

export function useShell(): Shell {
  return useContext(ShellContext);
}
