import { useCallback, useEffect, useRef, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { callOperation, putAnswer, toAppError, type AppError } from '#api';
import { now } from '#lib/clock';
import { note } from '#lib/log';
import { onLeaving } from '#offline';

type Draft = Schemas['QuestionDraft'];

/** Kept this long after the last letter, */
const quietMs = 1_500;
/** and at least this often while somebody types on. */
const longestMs = 4_000;
/** And tried again this long after a failure. */
const againMs = 5_000;

export type Saved =
  { state: 'untouched' | 'waiting' | 'saving' } | { state: 'failed'; error: AppError } | { state: 'saved'; at: string };

/** A question as it is written, kept on the server; what was typed last is sent also when the screen is left. */
export function useQuestionDraft(first: Draft, savedAt: string | null) {
  const [draft, setDraft] = useState(first);
  const [saved, setSaved] = useState<Saved>(
    savedAt === null ? { state: 'untouched' } : { state: 'saved', at: savedAt },
  );
  const latest = useRef(first);
  const kept = useRef(first);
  const isSending = useRef(false);
  const waitingSince = useRef<number>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isOver = useRef(false);
  const again = useRef<() => void>(() => undefined);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const sent = latest.current;
    const ended = (): boolean => isOver.current;
    // One at a time, else an older text could arrive last.
    if (ended() || isSending.current || sent === kept.current) return;
    isSending.current = true;
    waitingSince.current = undefined;
    let wait = quietMs;
    try {
      const { savedAt: at } = await callOperation('saveQuestionDraft', { body: sent });
      kept.current = sent;
      // Sent meanwhile: what was kept for writing on is gone.
      if (ended()) return;
      putAnswer('readQuestionDraft', {}, { draft: sent, savedAt: at });
      if (latest.current === sent) setSaved({ state: 'saved', at });
    } catch (error) {
      note('question draft not saved', error);
      setSaved({ state: 'failed', error: toAppError(error) });
      wait = againMs;
    } finally {
      isSending.current = false;
    }
    if (latest.current !== kept.current) timer.current = setTimeout(() => again.current(), wait);
  }, []);

  useEffect(() => {
    again.current = () => void save();
  }, [save]);
  useEffect(() => {
    const flush = (): void => void save();
    const stop = onLeaving(flush);
    return () => {
      stop();
      flush();
    };
  }, [save]);

  const change = useCallback(
    (part: Partial<Draft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      // What was saved is no longer all there is.
      setSaved({ state: 'waiting' });
      const at = now().getTime();
      waitingSince.current ??= at;
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => void save(),
        Math.max(0, Math.min(quietMs, waitingSince.current + longestMs - at)),
      );
    },
    [save],
  );
  /** It was sent: nothing is saved any more. */
  const end = useCallback(() => {
    isOver.current = true;
    clearTimeout(timer.current);
    putAnswer('readQuestionDraft', {}, { draft: null, savedAt: null });
  }, []);
  return { draft, saved, change, end };
}
