/** The words were not understood; the message says how to write them. */
export class BadCommand extends Error {
  override readonly name = 'BadCommand';
}

/** Splits `--name value` and `--name=value` from the plain words. */
export function readOptions(words: readonly string[], known: readonly string[]) {
  const plain: string[] = [];
  const given: [name: string, value: string][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [, name, joined] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) {
      plain.push(word);
      continue;
    }
    if (!known.includes(name)) throw new BadCommand(`Không có lựa chọn --${name} ở lệnh này.`);
    const value = joined ?? words[(at += 1)];
    if (value === undefined || value.trim() === '') throw new BadCommand(`Hãy ghi nội dung sau --${name}.`);
    given.push([name, value]);
  }
  return {
    plain,
    /** The last value of each. */
    options: new Map(given),
    /** Every value of an option that may come several times. */
    all: (name: string): string[] => given.filter(([one]) => one === name).map(([, value]) => value),
  };
}
