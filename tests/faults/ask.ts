import type { Trial } from './kind.ts';

/** Asks the server itself, past all faults, until it answers. */
export async function ask(trial: Trial, path: string): Promise<{ status: number; bytes: Buffer }> {
  for (let tried = 0; tried < 50; tried += 1) {
    await trial.serverIsUp();
    try {
      const headers = { authorization: `Bearer ${trial.citizen.tokens[0]}` };
      const response = await fetch(trial.serverUrl + path, { headers, signal: AbortSignal.timeout(20_000) });
      const bytes = Buffer.from(await response.arrayBuffer());
      if (response.status < 500) return { status: response.status, bytes };
    } catch {
      // Killed under our hands by another trial.
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${path} is not answered`);
}
