import type { Page } from '@playwright/test';
import type { ControlClient } from '../../emulator/src/control-client.ts';
import type { Stack } from '../support/stack.ts';

/** Who looks at a screen: anybody, a Zalo account with its phone number given, or a citizen linked to the provincial ID. */
export type Viewer = 'visitor' | 'contact' | 'citizen';

/** One person's phone with the mini app bare in a page, and everything that can happen to it. */
export interface Stage {
  page: Page;
  /** The page, by the name under which tests know the mini app. */
  app: Page;
  /** Opens a path as a deep link does, and waits for what it shows. */
  open: (path: string) => Promise<void>;
  /** Waits until nothing is being loaded. */
  settle: () => Promise<void>;
  stack: Stack;
  control: ControlClient;
  phoneId: string;
}

/** One picture, and what leads to it from the picture before. */
export interface Shot {
  /** Names the pictures. */
  name: string;
  go: (stage: Stage) => Promise<unknown>;
}

/** Pictures that follow from one another, on one phone. */
export interface Scene {
  viewer: Viewer;
  /** The sample citizen at the provincial ID, for a scene of a citizen's. */
  citizen?: string;
  /** Zalo itself does not answer on this phone. */
  zaloIsDead?: true;
  shots: readonly Shot[];
}

/** A screen that a path alone leads to. */
export const at = (name: string, path: string): Shot => ({ name, go: (stage) => stage.open(path) });

/** The in-app path that is open. */
export const pathOf = ({ page }: Stage): string => new URL(page.url()).pathname.replace(/^\/zapps\/[^/]+/, '');
