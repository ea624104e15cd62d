import type { Parcel } from './outbox-kind';
import type { Seal } from './seal';

/** The first part: what is written, and what each file is called. */
interface Letter {
  content: unknown;
  files: readonly { name: string; type: string }[];
}

const nameOf = (id: string, part: number): string => `${id}.${String(part)}`;

/** Sealed, part by part. `named`: the files that lie there already, when only the letter is written anew. */
export async function closeParcel(
  seal: Seal,
  id: string,
  { content, files }: Parcel<unknown>,
  named: readonly File[] = files,
): Promise<string[]> {
  const letter: Letter = { content, files: named.map(({ name, type }) => ({ name, type })) };
  const closed = [await seal.close(nameOf(id, 0), new TextEncoder().encode(JSON.stringify(letter)))];
  for (const [index, file] of files.entries()) {
    closed.push(await seal.close(nameOf(id, index + 1), new Uint8Array(await file.arrayBuffer())));
  }
  return closed;
}

/** What is left of a parcel: a file that is gone or damaged is counted, a letter that is gone rejects. */
export async function openParcel(
  seal: Seal,
  id: string,
  [first, ...others]: readonly (string | undefined)[],
): Promise<Parcel<unknown> & { lostFiles: number }> {
  if (first === undefined) throw new Error('the letter is gone');
  const letter = JSON.parse(new TextDecoder().decode(await seal.open(nameOf(id, 0), first))) as Letter;
  const files: File[] = [];
  for (const [index, { name, type }] of letter.files.entries()) {
    const text = others[index];
    try {
      if (text !== undefined) files.push(new File([await seal.open(nameOf(id, index + 1), text)], name, { type }));
    } catch {
      // Counted below: the rest is still worth sending.
    }
  }
  return { content: letter.content, files, lostFiles: letter.files.length - files.length };
}
