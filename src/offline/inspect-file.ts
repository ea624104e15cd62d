import { fileLimits, pdfFault, typeByContent, type FileFaultCode } from '@dvc/contract/forms';

/** What a phone's chooser is to offer for a paper; HEIC is refused with words of its own. */
export const picturesAndPdf = [...fileLimits.types, 'image/heic', 'image/heif'].join(',');

/**
 * Looks at a file before anything of it is sent: what it is by its content, whatever its name says, and what the server
 * would refuse anyway. The server looks again, and deeper.
 */
export function inspectFile(bytes: Uint8Array): { type: string } | { fault: FileFaultCode } {
  if (bytes.length === 0) return { fault: 'empty' };
  const type = typeByContent(bytes);
  if (type === undefined) return { fault: 'type' };
  if (type === 'heic' || type === 'archive') return { fault: type };
  if (bytes.length > fileLimits.maxBytes) return { fault: 'size' };
  if (type !== 'application/pdf') return { type };
  // One character a byte, so that offsets written in the file hold.
  const fault = pdfFault(new TextDecoder('latin1').decode(bytes));
  return fault === undefined ? { type } : { fault };
}
