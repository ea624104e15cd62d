// What may be uploaded to Zalo. Its own limits are 10 MB zipped and 3 MB a file; ours are what a bad network bears.

const KB = 1024;
const MOST_ZIPPED = 2 * KB * KB;
const MOST_A_FILE = 500 * KB;
/** Ends nobody but a developer needs. */
const FOR_DEVELOPERS = /[.](map|ts|tsx|env|pem|key|md)$|(^|\/)[.]/;

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
