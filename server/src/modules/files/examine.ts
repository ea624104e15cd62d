import type { FileFaultCode } from '@dvc/contract/forms';
import { fileLimits, typeByContent } from '@dvc/contract/forms';
import { fileTypeFromBuffer } from 'file-type';
import type { Scanner } from '#core/scanner';
import { sha256 } from '#core/secrets';
import { pdfTrouble } from './pdf-inside.ts';
import { redrawImage } from './redraw-image.ts';
import { stripVideo } from './strip-video.ts';

/** Why a file is not kept. `malware` is said by a scanner, the rest by ourselves. */
export type Refused = FileFaultCode | 'malware';

export type Examined =
  | { kept: { bytes: Buffer; mediaType: string; sha256: string } }
  /** `threat`: what the scanner calls it. */
  | { refused: Refused; threat?: string };

/** What is expected: a photographed paper or PDF, or a photo or short video of a place. */
export type Expected = 'paper' | 'report';

const VIDEOS: readonly string[] = ['video/mp4', 'video/quicktime', 'video/3gpp'];

const isTaken = (mime: string): boolean => (fileLimits.types as readonly string[]).includes(mime);

async function toKeep(
  bytes: Buffer,
  expected: Expected,
): Promise<{ bytes: Buffer; mediaType: string } | { refused: Refused }> {
  const seen = typeByContent(bytes);
  if (seen === 'heic' || seen === 'archive') return { refused: seen };
  const type = await fileTypeFromBuffer(bytes);
  if (type && expected === 'report' && VIDEOS.includes(type.mime)) {
    const stripped = stripVideo(bytes);
    return stripped ? { bytes: stripped, mediaType: type.mime } : { refused: 'malformed' };
  }
  if (!type || !isTaken(type.mime)) return { refused: 'type' };
  if (type.mime === 'application/pdf') {
    if (expected === 'report') return { refused: 'type' };
    const fault = await pdfTrouble(bytes);
    return fault ? { refused: fault } : { bytes, mediaType: type.mime };
  }
  // A picture is drawn anew: whatever else was in the file (place, owner, scripts behind the picture) does not come along.
  return redrawImage(bytes);
}

/**
 * Looks into a file that has arrived whole: is it what was announced, is it something we take, and what of it is kept.
 * Throws `ScannerSilent` when the scanner cannot say.
 */
export async function examine(
  bytes: Buffer,
  announcedSha256: string | null,
  scanner: Scanner,
  expected: Expected = 'paper',
): Promise<Examined> {
  if (bytes.length === 0) return { refused: 'empty' };
  if (bytes.length > fileLimits.maxBytes) return { refused: 'size' };
  if (announcedSha256 !== null && sha256(bytes) !== announcedSha256) return { refused: 'checksum' };
  // As it came, before anything of ours opens it.
  const scanned = await scanner.scan(bytes);
  if (!scanned.clean) return { refused: 'malware', threat: scanned.threat };
  const result = await toKeep(bytes, expected);
  if ('refused' in result) return result;
  return { kept: { ...result, sha256: sha256(result.bytes) } };
}
