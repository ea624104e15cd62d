import { nativeStorage } from 'zmp-sdk/apis';
import { note } from '#lib/log';
import { province } from '#config';

/** Everything this app has left on the phone: Zalo's storage, the page's own, and copies of pages. Never rejects. */
export async function wipeStorage(): Promise<void> {
  const ours = `tns.${province.id}.`;
  try {
    nativeStorage.clear();
  } catch (error) {
    note('Zalo storage: not wiped', (error as { code?: unknown } | undefined)?.code);
  }
  try {
    const { localStorage } = window;
    // Other mini apps share this place: only what is ours goes.
    for (const key of Object.keys(localStorage)) if (key.startsWith(ours)) localStorage.removeItem(key);
    if (typeof caches !== 'undefined') {
      for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
    }
  } catch (error) {
    note('the page’s own storage: not wiped', error);
  }
}
