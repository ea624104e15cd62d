export type Scanned = { clean: true } | { clean: false; threat: string };

/** Looks for malware in a file; `clean: true` when there is no scanner. Throws `ScannerSilent` when it cannot say. */
export interface Scanner {
  scan(bytes: Buffer): Promise<Scanned>;
}

/** The scanner is down, too slow, or does not know: nothing is known of the file, and it is neither kept nor refused. */
export class ScannerSilent extends Error {
  override readonly name = 'ScannerSilent';
}
