/** Calls made while one is under way share its answer; the next call after it settles starts anew. */
export function singleFlight<Answer>(run: () => Promise<Answer>): () => Promise<Answer> {
  let flight: Promise<Answer> | undefined;
  return () => {
    flight ??= run().finally(() => {
      flight = undefined;
    });
    return flight;
  };
}
