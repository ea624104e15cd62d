/**
 * A dossier code as people write it: lower case, spaces, long dashes, dots left out. Answers it as it is printed
 * (`000.00.00.H53-261123-0042`), or undefined when it cannot be one. Phone and server read it alike.
 */
export function readTypedCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[‐-―−]/g, '-')
    // The letter and the digit look alike on paper, and only agency codes hold letters.
    .replace(/O/g, '0');
  const national = /^(\d{3})\.?(\d{2})\.?(\d{2})\.?([A-Z]\d{2})[-.]?(\d{6})[-.]?(\d{4,6})$/.exec(plain);
  if (national) {
    const [, first, second, third, agency, day, number] = national;
    return `${first}.${second}.${third}.${agency}-${day}-${number}`;
  }
  return /^[0-9A-Z.]{3,20}-\d{6}-\d{4,6}$/.test(plain) ? plain : undefined;
}
