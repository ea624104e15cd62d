import type { FileFaultCode } from '@dvc/contract/forms';
import { fileLimits } from '@dvc/contract/forms';
import { fileTypeFromBuffer } from 'file-type';
import type { Scanner } from '#core/deps';
import { sha256 } from '#core/secrets';
import { pdfFault } from './pdf-shape.ts';
import { redrawImage } from './redraw-image.ts';

/** Why a file is not kept. `malware` is said by a scanner, the rest by ourselves. */
export type Refused = FileFaultCode | 'malware';

export type Examined = { kept: { bytes: Buffer; mediaType: string; sha256: string } } | { refused: Refused };

const isTaken = (mime: string): boolean => (fileLimits.types as readonly string[]).includes(mime);

async function toKeep(bytes: Buffer): Promise<{ bytes: Buffer; mediaType: string } | { refused: Refused }> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !isTaken(type.mime)) return { refused: 'type' };
  if (type.mime === 'application/pdf') {
    const fault = pdfFault(bytes);
    return fault ? { refused: fault } : { bytes, mediaType: type.mime };
  }
  // A picture is drawn anew: whatever else was in the file (place, owner, scripts behind the picture) does not come along.
  return redrawImage(bytes);
}

/** Looks into a file that has arrived whole: is it what was announced, is it something we take, and what of it is kept. */
export async function examine(bytes: Buffer, announcedSha256: string | null, scanner: Scanner): Promise<Examined> {
  if (bytes.length === 0) return { refused: 'empty' };
  if (bytes.length > fileLimits.maxBytes) return { refused: 'size' };
  if (announcedSha256 !== null && sha256(bytes) !== announcedSha256) return { refused: 'checksum' };
  // As it came, before anything of ours opens it.
  if (!(await scanner.scan(bytes)).clean) return { refused: 'malware' };
  const result = await toKeep(bytes);
  if ('refused' in result) return result;
  return { kept: { ...result, sha256: sha256(result.bytes) } };
}
