import { watchPerson, watchRecognised } from '#auth';
import { note } from '#lib/log';
import { finishErasing, outbox, startOutbox, watchOutboxCount } from '#offline';
import type { PageModule } from '#page-module';

/** Sends what waits, and puts away what is somebody's own once they are gone. Answers what ends the watching. */
export function beginOutbox(modules: readonly PageModule[], onCount: (count: number) => void): () => void {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): void => {
    last = last.then(work).catch((error: unknown) => note('what was somebody’s is not put away', error));
  };
  const stops = [
    watchOutboxCount(onCount),
    watchPerson(() => inTurn(outbox.lock)),
    watchRecognised((isKnown) => inTurn(() => finishErasing(isKnown))),
  ];
  startOutbox(Object.fromEntries(modules.flatMap(({ outbox: kinds }) => Object.entries(kinds ?? {})))).catch(
    (error: unknown) => note('outbox not opened', error),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
