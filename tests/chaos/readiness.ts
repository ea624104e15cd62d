/** What `/readyz` has to say: ready; not; or whatever, for a while. */
type Expected = 'ready' | 'busy' | 'anything';

/** A truth may be so old. */
const LAG_MS = 7_000;

/** Asks `/readyz` all the time, as whoever sends a server its work does, and cries when it lies. */
export function watchReadiness(url: string, found: Set<string>) {
  let expected: Expected = 'anything';
  let since = performance.now();

  async function look(): Promise<void> {
    const asked = { expected, since, at: performance.now() };
    const status = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(LAG_MS) }).then(
      async (answer) => {
        await answer.text();
        return answer.status;
      },
      () => 0,
    );
    if (asked.since !== since || asked.at - since < LAG_MS) return;
    if (expected === 'ready' && status !== 200)
      found.add(`/readyz said ${status} while all was well with the database`);
    if (expected === 'busy' && status !== 503) found.add(`/readyz said ${status} without a database that can be used`);
  }

  const asking = setInterval(() => void look(), 1_000);
  return {
    expect(next: Expected): void {
      expected = next;
      since = performance.now();
    },
    stop: (): void => clearInterval(asking),
  };
}
