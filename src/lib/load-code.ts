const failures = new WeakMap<() => Promise<unknown>, { address: string; times: number }>();

/** Chromium and Firefox name the file in the error; elsewhere there is nothing to go by. */
function addressIn(error: unknown): string | undefined {
  return error instanceof TypeError ? /https?:\/\/[^\s?]+/.exec(error.message)?.[0] : undefined;
}

/**
 * Fetches code that was split off, and lets a failure be tried again. Most browsers remember for as long as the document
 * lives that an address brought nothing (https://github.com/whatwg/html/issues/6768), so the next call with the
 * same function asks for the file under another address.
 */
export async function loadCode<Code>(load: () => Promise<Code>): Promise<Code> {
  const failure = failures.get(load);
  try {
    if (failure === undefined) return await load();
    return (await import(/* @vite-ignore */ `${failure.address}?lan=${String(failure.times)}`)) as Code;
  } catch (error) {
    const address = addressIn(error) ?? failure?.address;
    if (address !== undefined) failures.set(load, { address, times: (failure?.times ?? 1) + 1 });
    throw error;
  }
}
