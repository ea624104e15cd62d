import { buildIfStale } from '../../tools/build-if-stale.mjs';

/** Before any journey: the production build, made once if something changed. SKIP_BUILD=1 takes www/ as it is. */
export default function buildOnce(): void {
  buildIfStale();
}
