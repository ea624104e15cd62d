import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useOnline } from './online';
import { keepUnfinished } from './the-outbox';

/** A few words and photos, not handed in yet. */
export interface Written {
  words: string;
  files: readonly File[];
}

const nothing: Written = { words: '', files: [] };
/** Somebody who began anew before what they had written was found again loses neither. */
const together = (before: Written, since: Written): Written => ({
  words: [before.words, since.words].filter((words) => words !== '').join('\n'),
  files: [...before.files, ...since.files],
});
const isBlank = ({ words, files }: Written): boolean => words === '' && files.length === 0;
/** A key typed is not a storing. */
const pauseMs = 400;

/**
 * What is being written about one thing (`about` is its id), kept sealed on the phone from the first letter: it is there
 * again after the app was killed, until `forget` says that it was handed in.
 */
export function useWritten(kind: string, about: string) {
  const keeper = useMemo(() => keepUnfinished(kind, about), [kind, about]);
  const online = useOnline();
  const [written, setWritten] = useState(nothing);
  const latest = useRef(nothing);
  const pause = useRef<ReturnType<typeof setTimeout>>();

  const keepNow = useCallback(() => {
    clearTimeout(pause.current);
    pause.current = undefined;
    const { words, files } = latest.current;
    void (isBlank(latest.current) ? keeper.drop() : keeper.keep({ content: { words }, files }));
  }, [keeper]);

  useEffect(() => {
    // Without a network there may be no key yet: asked again when it is back.
    void keeper.find().then((found) => {
      if (found === undefined) return;
      const before: Written = { words: (found.content as Pick<Written, 'words'>).words, files: found.files };
      const hasBegun = !isBlank(latest.current);
      latest.current = together(before, latest.current);
      setWritten(latest.current);
      if (hasBegun) keepNow();
    });
  }, [keeper, online, keepNow]);

  // Left within the pause: kept at once.
  useEffect(
    () => () => {
      if (pause.current !== undefined) keepNow();
    },
    [keepNow],
  );

  const change = useCallback(
    (part: Partial<Written> | ((before: Written) => Partial<Written>)) => {
      latest.current = { ...latest.current, ...(typeof part === 'function' ? part(latest.current) : part) };
      setWritten(latest.current);
      clearTimeout(pause.current);
      pause.current = setTimeout(keepNow, pauseMs);
    },
    [keepNow],
  );
  const forget = useCallback(() => {
    clearTimeout(pause.current);
    pause.current = undefined;
    latest.current = nothing;
    setWritten(nothing);
    void keeper.drop();
  }, [keeper]);
  return { ...written, change, forget };
}
