import { fileLimits } from '@dvc/contract/forms';
import { refuse } from '#core/problem';
import { fileProblem } from './refusal-words.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const LONGEST_NAME = 120;

/** What is said of any file. */
export interface AnnouncedFile {
  name: string;
  mediaType: string;
  sha256: string | null;
  size: number;
}

/** A paper as the phone announced it. */
export interface Announced extends AnnouncedFile {
  draftId: string;
  paperId: string;
}

/** A photo or video of a report as the phone announced it. */
export interface AnnouncedForReport extends AnnouncedFile {
  reportId: string;
  role: 'before' | 'clarification' | 'reopening';
}

/** Something added to a question as the phone announced it. */
export interface AnnouncedForQuestion extends AnnouncedFile {
  questionId: string;
}

type Headers = { 'upload-length': string; 'upload-metadata': string };

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

/** What is said of any file. `paperId` is where a refusal is written. */
function readFile(headers: Headers, metadata: Map<string, string>, paperId: string): AnnouncedFile {
  const length = headers['upload-length'];
  const sha256 = metadata.get('sha256') ?? null;
  const mediaType = metadata.get('filetype') ?? '';
  if (!/^\d{1,12}$/.test(length)) refuse('bad-request');
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) refuse('bad-request');
  const size = Number(length);
  if (size === 0) refuse('file-refused', { errors: [fileProblem(paperId, 'empty')] });
  if (size > fileLimits.maxBytes) {
    refuse('file-refused', { errors: [fileProblem(paperId, 'size', fileLimits.maxBytes)] });
  }
  return {
    name: tidyName(metadata.get('filename') ?? ''),
    mediaType: /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType.slice(0, 100) : 'application/octet-stream',
    sha256,
    size,
  };
}

/** Reads `Upload-Length` and `Upload-Metadata`. Refuses `bad-request` for what cannot be read, `file-refused` for a size. */
export function readAnnouncement(headers: Headers): Announced {
  const metadata = decode(headers['upload-metadata']);
  const draftId = metadata.get('draftId') ?? '';
  const paperId = metadata.get('paperId') ?? '';
  if (!UUID.test(draftId) || !/^[\w-]{1,60}$/.test(paperId)) refuse('bad-request');
  return { draftId: draftId.toLowerCase(), paperId, ...readFile(headers, metadata, paperId) };
}

const roles = ['before', 'clarification', 'reopening'] as const;

/** The same for a photo or video of a report. */
export function readReportAnnouncement(headers: Headers): AnnouncedForReport {
  const metadata = decode(headers['upload-metadata']);
  const reportId = metadata.get('reportId') ?? '';
  const role = roles.find((known) => known === metadata.get('role'));
  if (!UUID.test(reportId) || role === undefined) return refuse('bad-request');
  return { reportId: reportId.toLowerCase(), role, ...readFile(headers, metadata, 'photo') };
}

/** The same for what is added to a question. */
export function readQuestionAnnouncement(headers: Headers): AnnouncedForQuestion {
  const metadata = decode(headers['upload-metadata']);
  const questionId = metadata.get('questionId') ?? '';
  if (!UUID.test(questionId)) refuse('bad-request');
  return { questionId: questionId.toLowerCase(), ...readFile(headers, metadata, 'attachment') };
}
