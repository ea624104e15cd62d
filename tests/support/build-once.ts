import { buildIfStale } from '../../tools/build-if-stale.mjs';

/** Before any journey: the production build, made once if something changed. SKIP_BUILD=1 takes www/ as it is. */
export default async function buildOnce(): Promise<void> {
  await buildIfStale();
}
