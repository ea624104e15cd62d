import type { FaultCode } from '@dvc/contract/forms';

/** A fault as it is shown; `code` is absent for words that came from the server. */
export interface ShownFault {
  path: string;
  text: string;
  code?: FaultCode;
}

const under = (path: string, root: string): boolean => path === root || path.startsWith(`${root}.`);

/** What is shown once the answer at `path` has changed; `fresh` is what the rules say now. */
export function afterChange(
  shown: readonly ShownFault[],
  fresh: readonly ShownFault[],
  path: string,
): readonly ShownFault[] {
  const isCorrected = shown.some((fault) => under(fault.path, path));
  return [
    // What became hidden is no fault any more; the server's words stay until their own field changes.
    ...shown.filter(
      (fault) => !under(fault.path, path) && (fault.code === undefined || fresh.some((one) => one.path === fault.path)),
    ),
    ...(isCorrected ? fresh.filter((fault) => under(fault.path, path)) : []),
  ];
}
