import { readTypedCode } from '@dvc/contract';

/** What can be asked for. */
export type Question = { code: string; seal: string } | { code: string; lastFour: string };

const sealShape = /^[\w-]{43}$/;

/** The question a receipt's link carries, taken from its two values; undefined when they cannot be from a receipt. */
export function sealedQuestion(ma: string | undefined, dau: string | undefined): Question | undefined {
  const code = readTypedCode(ma ?? '');
  return code !== undefined && dau !== undefined && sealShape.test(dau) ? { code, seal: dau } : undefined;
}

/** What a scanned text says: a whole question, at least a code, or nothing of ours. */
export function readScanned(text: string): { question?: Question; code?: string } {
  const plain = readTypedCode(text);
  if (plain !== undefined) return { code: plain };
  try {
    const { searchParams } = new URL(text);
    const [ma, dau] = [searchParams.get('ma') ?? undefined, searchParams.get('dau') ?? undefined];
    return { question: sealedQuestion(ma, dau), code: readTypedCode(ma ?? '') };
  } catch {
    return {};
  }
}
