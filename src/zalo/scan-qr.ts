import { scanQRCode } from 'zmp-sdk/apis';
import { askPerson, type Answer } from './ask';
import { neededText } from './shape';

/** Finding the paper, good light, holding still. Native never answers by itself when its scanner is gone. */
const lookingMs = 120_000;

/** Zalo's own scanner; answers the text of the code. Rejects with an AppError where Zalo may not scan. */
export async function scanQr(): Promise<Answer<string>> {
  return askPerson({
    name: 'scanQRCode',
    run: async () => neededText(await scanQRCode(), 'content'),
    limitMs: lookingMs,
  });
}
