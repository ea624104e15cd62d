/** What a file is by its first bytes, whatever it is called: a type we take, `heic`, `archive`, or undefined. */
export function typeByContent(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.slice(0, 32));
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'image/webp';
  if (text.startsWith('%PDF-')) return 'application/pdf';
  if (/^[^]{4}ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/.test(text)) return 'heic';
  if (/^(PK(\x03\x04|\x05\x06)|Rar!|7z\xbc\xaf|\x1f\x8b)/.test(text)) return 'archive';
  return undefined;
}
