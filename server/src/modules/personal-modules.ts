/** Hands the privacy centre what every module answers about a person. */
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { personOf } from './erase-person.ts';
import { personalData } from './personal-data.ts';
import { createPrivacyModule } from './privacy/module.ts';

export function createPersonalModule(deps: Deps): ModuleHandlers<'privacy'> {
  return createPrivacyModule(deps, { modules: personalData, personOf });
}
