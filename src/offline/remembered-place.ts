import { now } from '#lib/clock';
import { phoneStorage } from '#zalo';

const key = 'place';
/** After a day people start anew; the draft itself waits on the server for 60. */
const lifetimeMs = 24 * 60 * 60_000;

/** Keeps the path of the work that is open (draft and page, nothing typed), so that a killed app opens there again. */
export function rememberPlace(path: string): void {
  phoneStorage.write(key, JSON.stringify({ path, at: now().getTime() }));
}

/** The person left the work themselves: nothing is to be opened for them. */
export function forgetPlace(): void {
  phoneStorage.remove(key);
}

/** Where work was open when the app was killed; the caller reads it as any link from outside. */
export async function rememberedPlace(): Promise<string | undefined> {
  try {
    const found = JSON.parse((await phoneStorage.read(key)) ?? 'null') as { path?: unknown; at?: unknown } | null;
    if (typeof found?.path !== 'string' || typeof found.at !== 'number') return undefined;
    return now().getTime() - found.at < lifetimeMs ? found.path : undefined;
  } catch {
    return undefined;
  }
}
