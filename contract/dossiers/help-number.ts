const digits = 10;

/**
 * A draft's number as it is read aloud on the phone: "04821 90377", unlike any number one could call. The first 32 bits of its id, so that the draft is found
 * by the id's own index; two drafts with one number are as good as impossible, and then both are found.
 */
export function helpNumber(draftId: string): string {
  const number = String(Number.parseInt(draftId.slice(0, 8), 16)).padStart(digits, '0');
  return `${number.slice(0, 5)} ${number.slice(5)}`;
}

/** The ids of drafts with this number lie from the first to the last; undefined for what is no such number. */
export function draftIdsWith(number: string): { first: string; last: string } | undefined {
  const bits = Number(number.replace(/\D/g, ''));
  if (!/^\d{10}$/.test(number.replace(/[\s.]/g, '')) || bits > 0xff_ff_ff_ff) return undefined;
  const start = bits.toString(16).padStart(8, '0');
  return { first: `${start}-0000-0000-0000-000000000000`, last: `${start}-ffff-ffff-ffff-ffffffffffff` };
}
