/** One data object: two digits of id, two of length, the value. */
export type DataObject = readonly [id: string, value: string];

/** Writes data objects one after the other. Throws for a value the format has no room for. */
export function writeObjects(objects: readonly DataObject[]): string {
  return objects
    .map(([id, value]) => {
      if (value.length === 0 || value.length > 99) throw new Error(`EMVCo object ${id}: ${value.length} characters`);
      return `${id}${String(value.length).padStart(2, '0')}${value}`;
    })
    .join('');
}

/** Reads data objects; undefined when the text is not made of them from end to end, or names one twice. */
export function readObjects(text: string): ReadonlyMap<string, string> | undefined {
  const objects = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const [, id, length] = /^(\d\d)(\d\d)/.exec(text.slice(at, at + 4)) ?? [];
    if (id === undefined || length === undefined || objects.has(id)) return undefined;
    const value = text.slice(at + 4, at + 4 + Number(length));
    if (value.length !== Number(length) || value.length === 0) return undefined;
    objects.set(id, value);
    at += 4 + value.length;
  }
  return objects;
}
