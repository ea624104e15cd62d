/** More than any of those we ask has to say: a few fields, a set of keys. */
const MOST_BYTES = 512 * 1024;

/** Somebody we asked says more than anybody has to say. */
export class EndlessAnswer extends Error {
  override readonly name = 'EndlessAnswer';
}

/** The text of an answer from elsewhere, read no further than `most`: whoever goes on and on must not fill our memory. */
export async function readAnswer({ body }: Response, most = MOST_BYTES): Promise<string> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  try {
    for (let next = await reader.read(); next.value !== undefined; next = await reader.read()) {
      size += next.value.length;
      if (size > most) throw new EndlessAnswer(`more than ${most} bytes`);
      chunks.push(next.value);
    }
  } finally {
    // Nothing to wait for: the line is given back or cut.
    void reader.cancel().catch(() => undefined);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
