// What may be uploaded to Zalo. Its own limits are 10 MB zipped and 3 MB a file; ours are what a bad network bears.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const KB = 1024;
const MOST_ZIPPED = 2 * KB * KB;
const MOST_A_FILE = 500 * KB;
/** Ends nobody but a developer needs. */
const FOR_DEVELOPERS = /[.](map|ts|tsx|env|pem|key|md)$|(^|\/)[.]/;

/**
 * A folder as it would arrive at Zalo.
 * @param {string} folder
 * @returns {{zipped: number, files: {file: string, size: number}[]}} sizes in bytes
 */
export function measurePackage(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map((file) => ({ file, path: join(folder, file) }))
    .filter(({ path }) => statSync(path).isFile())
    .map(({ file, path }) => ({
      file,
      size: statSync(path).size,
      deflated: deflateRawSync(readFileSync(path)).length,
    }));
  // A zip holds each file deflated, twice a head of its name and a little more, and an end.
  const zipped = files.reduce((sum, { file, deflated }) => sum + deflated + 2 * file.length + 76, 22);
  return { zipped, files: files.map(({ file, size }) => ({ file, size })) };
}

/**
 * What is wrong with a package.
 * @param {{zipped: number, files: {file: string, size: number}[]}} what sizes in bytes
 * @returns {string[]}
 */
export function packageFaults({ zipped, files }) {
  const tooLarge = files.filter(({ size }) => size > MOST_A_FILE);
  return [
    ...(zipped > MOST_ZIPPED
      ? [`the package is ${Math.ceil(zipped / KB)} KB zipped, more than ${MOST_ZIPPED / KB}`]
      : []),
    ...tooLarge.map(({ file, size }) => `${file} is ${Math.ceil(size / KB)} KB, more than ${MOST_A_FILE / KB}`),
    ...files.filter(({ file }) => FOR_DEVELOPERS.test(file)).map(({ file }) => `${file} is not for phones`),
  ];
}
