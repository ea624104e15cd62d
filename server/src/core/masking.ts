/** `0987654214` → `0987 ••• 214` */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 4)} ••• ${phone.slice(-3)}`;
}

/** `072199004821` → `•••• •••• 4821` */
export function maskIdNumber(idNumber: string): string {
  return `•••• •••• ${idNumber.slice(-4)}`;
}

const letters = new Intl.Segmenter('vi');
const firstLetters = (word: string, count: number): string =>
  Array.from(letters.segment(word), ({ segment }) => segment)
    .slice(0, count)
    .join('');

/** `Nguyễn Thị Ánh` → `N••• T••• Ánh`: its owner recognises it, a stranger learns little. One word keeps two letters. */
export function maskName(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/);
  const given = words.at(-1) ?? '';
  const initial = (word: string) => `${firstLetters(word, 1)}•••`;
  if (words.length === 1) return `${firstLetters(given, 2)}•••`;
  return [...words.slice(0, -1).map(initial), given].join(' ');
}
