import { downloadFile, openDocument } from 'zmp-sdk/apis';
import { askZalo } from './ask';

/** Native fetches the file before it answers: on a bad network that takes a while. */
const fetchingMs = 45_000;

/** Shows a PDF in Zalo's own viewer, over the app. Rejects where this Zalo has none. */
export async function showPdf(url: string, title: string): Promise<void> {
  await askZalo({
    name: 'openDocument',
    run: async () => openDocument({ url, title, download: true, share: false, edit: false }),
    limitMs: fetchingMs,
  });
}

/** Saves a file to the phone; settles when it is there. */
export async function saveToPhone(url: string): Promise<void> {
  await askZalo({ name: 'downloadFile', run: async () => downloadFile({ url }), limitMs: fetchingMs });
}
