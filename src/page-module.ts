import type { ComponentType } from 'react';
import type { Language } from '#lib/texts';
import type { AnyPath } from '#nav';
import type { OutboxKinds } from '#offline';

/**
 * What a page module is. A module says its kind, and the kind decides what its screens may say about identity levels:
 * on "public-service" every screen is level 2 and cannot state another; on "utility" every screen must state 0 or 1.
 * Asking for 2 there, omitting a level or lowering one does not compile (page-module.test.ts holds this).
 */

/** 0 anybody; 1 a Zalo account with a phone number; 2 a citizen verified by the provincial ID. */
export type Level = 0 | 1 | 2;

const publicServiceLevel = 2;

export type Localised = Readonly<Record<Language, string>>;

interface ScreenParts {
  readonly path: AnyPath;
  readonly load: () => Promise<{ default: ComponentType }>;
  /** Shown while the screen's code is on its way, and in the generated list of screens. */
  readonly title: Localised;
  /** One sentence for the step-up screen: what the higher level is needed for here. */
  readonly why?: Localised;
  /**
   * Opens also while nobody can be recognised (no network, server away): what is done there waits in the outbox, and is
   * sent at its level.
   */
  readonly worksOffline?: true;
}

/** A link the module offers elsewhere; there are no links to what does not exist. */
export interface Entry {
  readonly label: Localised;
  /** Path data of #ui/icons. */
  readonly icon: string;
  readonly to: string;
  /** Smaller comes first. */
  readonly order: number;
}

interface ModuleParts {
  /** The folder's name, and the contract's tag. */
  readonly id: string;
  /** On the home screen, among the services. */
  readonly tiles?: readonly Entry[];
  /** How what this module hands to the outbox is sent. */
  readonly outbox?: OutboxKinds;
  /** In the bar at the bottom; four at most over all modules. */
  readonly tab?: Entry;
}

export interface ScreenOf<Allowed extends Level> extends ScreenParts {
  readonly level: Allowed;
}

export interface PageModule extends ModuleParts {
  readonly kind: 'public-service' | 'utility';
  readonly screens: readonly ScreenOf<Level>[];
}

interface PublicServiceParts extends ModuleParts {
  readonly screens: readonly (ScreenParts & { readonly level?: never })[];
}

interface UtilityParts extends ModuleParts {
  readonly screens: readonly ScreenOf<0 | 1>[];
}

/** A module of the public-service group: all of it needs a verified citizen. */
export function publicServiceModule({ screens, ...parts }: PublicServiceParts): PageModule {
  return {
    ...parts,
    kind: 'public-service',
    screens: screens.map((screen) => ({ ...screen, level: publicServiceLevel })),
  };
}

/** Any other module: each screen says whether it needs nothing (0) or a Zalo account with a phone number (1). */
export function utilityModule(parts: UtilityParts): PageModule {
  return { ...parts, kind: 'utility' };
}
