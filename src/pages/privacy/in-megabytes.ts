import type { Language } from '#lib/texts';

/** `0,4 MB`; never nothing. */
export function inMegabytes(bytes: number, language: Language): string {
  const megabytes = Math.max(0.1, bytes / 1024 / 1024);
  return `${megabytes.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 })} MB`;
}
