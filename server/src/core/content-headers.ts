/** Letters, digits and a few signs as they are, everything else as UTF-8 octets (RFC 8187). */
function extended(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A picture is kept as JPEG whatever it came as; its name should say so. */
function nameFor(name: string, mediaType: string): string {
  const ending = mediaType === 'application/pdf' ? '.pdf' : '.jpg';
  return `${name.replace(/\.(jpe?g|png|webp|pdf|heic)$/i, '')}${ending}`;
}

/** Headers for somebody's paper: never run, never framed, never guessed at, never kept by a cache. */
export function contentHeaders(name: string, mediaType: string, size: number): Record<string, string> {
  const full = nameFor(name, mediaType);
  const ascii = full
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .replace(/[^\w.-]+/g, '_');
  return {
    'content-type': mediaType,
    'content-length': String(size),
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${extended(full)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}
