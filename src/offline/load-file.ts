import type { FileFaultCode } from '@dvc/contract/forms';
import { sha256, toHex } from '#lib/sha256';
import { inspectFile } from './inspect-file';
import { preparePhoto } from './prepare-photo';
import type { Doubt } from './readability';

/** What is needed to send a file. */
export interface Cargo {
  file: File;
  /** Hex, of the very bytes that will be sent. */
  sha256: string;
}

/** Makes a chosen file ready to be sent, or says why it need not be sent at all. */
export async function loadFile(
  chosen: File,
): Promise<{ cargo: Cargo; doubt: Doubt | undefined } | { fault: FileFaultCode; size: number }> {
  const { file, doubt } = await preparePhoto(chosen);
  const { size } = file;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const seen = inspectFile(bytes);
  if ('fault' in seen) return { fault: seen.fault, size };
  const named = file.type === seen.type ? file : new File([file], file.name, { type: seen.type });
  return { cargo: { file: named, sha256: toHex(await sha256(bytes)) }, doubt };
}
