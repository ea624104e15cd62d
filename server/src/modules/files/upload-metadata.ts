import { fileLimits } from '@dvc/contract/forms';
import { refuse } from '#core/problem';
import { fileProblem } from './refusal-words.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const LONGEST_NAME = 120;

/** A file as the phone announced it. */
export interface Announced {
  draftId: string;
  paperId: string;
  name: string;
  mediaType: string;
  sha256: string | null;
  size: number;
}

function decode(header: string): Map<string, string> {
  const pairs = header
    .split(',')
    .map((pair) => pair.trim())
    .filter(Boolean);
  return new Map(
    pairs.map((pair) => {
      const [key = '', value = ''] = pair.split(' ');
      if (!BASE64.test(value)) refuse('bad-request');
      return [key, Buffer.from(value, 'base64').toString('utf8')];
    }),
  );
}

/** A name to show and to save under: no folders, no control or direction characters, not too long. */
export function tidyName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}"<>:|?*\uFFFD]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 && plain.length - dot <= 6 ? plain.slice(dot) : '';
  const stem = Array.from(plain.slice(0, plain.length - ending.length))
    .slice(0, LONGEST_NAME - ending.length)
    .join('');
  return `${stem}${ending}` || 'tệp';
}

/** Reads `Upload-Length` and `Upload-Metadata`. Refuses `bad-request` for what cannot be read, `file-refused` for a size. */
export function readAnnouncement(headers: { 'upload-length': string; 'upload-metadata': string }): Announced {
  const length = headers['upload-length'];
  const metadata = decode(headers['upload-metadata']);
  const draftId = metadata.get('draftId') ?? '';
  const paperId = metadata.get('paperId') ?? '';
  const sha256 = metadata.get('sha256') ?? null;
  const mediaType = metadata.get('filetype') ?? '';
  if (!/^\d{1,12}$/.test(length) || !UUID.test(draftId) || !/^[\w-]{1,60}$/.test(paperId)) refuse('bad-request');
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) refuse('bad-request');
  const size = Number(length);
  if (size === 0) refuse('file-refused', { errors: [fileProblem(paperId, 'empty')] });
  if (size > fileLimits.maxBytes) {
    refuse('file-refused', { errors: [fileProblem(paperId, 'size', fileLimits.maxBytes)] });
  }
  return {
    draftId: draftId.toLowerCase(),
    paperId,
    name: tidyName(metadata.get('filename') ?? ''),
    mediaType: /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType.slice(0, 100) : 'application/octet-stream',
    sha256,
    size,
  };
}
