import { useCallback, useEffect, useRef, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { callOperation, putAnswer } from '#api';
import { note } from '#lib/log';

type Draft = Schemas['QuestionDraft'];

/** Kept this long after the last letter. */
const quietMs = 1_500;
/** And tried again this long after a failure. */
const againMs = 5_000;

export type Saved = { state: 'untouched' | 'saving' | 'failed' } | { state: 'saved'; at: string };

/** A question as it is written, kept on the server; what was typed last is sent also when the screen is left. */
export function useQuestionDraft(first: Draft, savedAt: string | null) {
  const [draft, setDraft] = useState(first);
  const [saved, setSaved] = useState<Saved>(
    savedAt === null ? { state: 'untouched' } : { state: 'saved', at: savedAt },
  );
  const latest = useRef(first);
  const kept = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isOver = useRef(false);
  const again = useRef<() => void>(() => undefined);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const sent = latest.current;
    if (isOver.current || sent === kept.current) return;
    setSaved({ state: 'saving' });
    try {
      const { savedAt: at } = await callOperation('saveQuestionDraft', { body: sent });
      kept.current = sent;
      putAnswer('readQuestionDraft', {}, { draft: sent, savedAt: at });
      if (latest.current === sent) setSaved({ state: 'saved', at });
      else timer.current = setTimeout(() => again.current(), quietMs);
    } catch (error) {
      note('question draft not saved', error);
      setSaved({ state: 'failed' });
      timer.current = setTimeout(() => again.current(), againMs);
    }
  }, []);

  useEffect(() => {
    again.current = () => void save();
  }, [save]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void save();
    },
    [save],
  );

  const change = useCallback(
    (part: Partial<Draft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), quietMs);
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
