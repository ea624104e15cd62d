import type { AddressAnswer, Answer, Answers } from './answers.ts';

/** NFC, one space between words, none at the ends: what a single line of text means. */
export function tidyLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** NFC and plain line ends; the person's own line breaks stay. */
export function tidyLines(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

/** `1.234.567`, `1 234`, `3,5` and `3.5` as a person in Việt Nam writes them; undefined when it is no number. */
export function readNumber(value: Answer): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/\s/g, '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return /^-?\d{1,15}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

/** National form `0…` of a Vietnamese number, mobile or landline; undefined when it cannot be one. */
export function readPhone(text: string): string | undefined {
  const digits = text.replace(/[\s.\-()]/g, '').replace(/^(\+84|0084|84(?=\d{9,10}$))0?/, '0');
  return /^(0[35789]\d{8}|02\d{9})$/.test(digits) ? digits : undefined;
}

/** An ID number without the spaces people put between groups. */
export function readIdNumber(text: string): string {
  return text.replace(/[\s.]/g, '');
}

/** `7:5`, `7g05`, `705` → `07:05`; undefined when it is no time of day. Number pads have no colon. */
export function readTime(text: string): string | undefined {
  const match = /^(\d{1,2})\s*[:.hg ]\s*(\d{1,2})$/.exec(text.trim()) ?? /^(\d{1,2})(\d{2})$/.exec(text.trim());
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

export function isAddress(value: Answer): value is AddressAnswer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return typeof value.commune === 'string' && typeof value.detail === 'string';
}

export function isGroup(value: Answer): value is Answers[] {
  return (
    Array.isArray(value) &&
    value.every((item: unknown) => typeof item === 'object' && item !== null && !Array.isArray(item))
  );
}

/** Nothing was written: also an address without a word in it. */
export function isEmpty(value: Answer): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '' || value === '--';
  if (Array.isArray(value)) return value.length === 0;
  return isAddress(value) && value.commune === '' && value.detail.trim() === '';
}
