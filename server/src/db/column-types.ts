/** Column types which the two drivers read differently, by PostgreSQL's type number. Here they are made to agree. */
const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;
const INTERVAL = 1186;
const BYTEA = 17;

function readInt8(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

const asWritten = (text: string): string => text;

/**
 * Counts are numbers; a date stays `yyyy-mm-dd` (it has no time zone to be wrong in); bytes are a Buffer. `timestamptz` is a
 * Date on both already.
 */
export const columnTypes: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: readInt8,
  [DATE]: asWritten,
  [TIMESTAMP]: asWritten,
  [INTERVAL]: asWritten,
  [BYTEA]: (text) => Buffer.from(text.slice(2), 'hex'),
};
