import { useCallback, useEffect, useRef, useState } from 'react';
import type { OperationId } from '@dvc/contract';
import { toAppError, type AppError } from '#lib/app-error';
import { callOperation } from './call';
import type { InputArguments, OperationOutput } from './operation-types';
import { refreshAnswers } from './answers';
import { laterOperations } from './later-operations';
import { knowOperations } from './operations';

// What a person does is done on a screen that has its operations with it.
knowOperations(laterOperations);

/** An action of the person: one at a time, with its own busy and error. */
export interface Act<Id extends OperationId> {
  /** Calls; answers undefined when it failed (see `error`) or when one is under way already. */
  run: (...input: InputArguments<Id>) => Promise<OperationOutput<Id> | undefined>;
  busy: boolean;
  error: AppError | undefined;
  forget: () => void;
}

/** A call that changes something; afterwards the reads named in `refresh` are asked for again. */
export function useAct<Id extends OperationId>(id: Id, { refresh = [] }: { refresh?: OperationId[] } = {}): Act<Id> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  const underWay = useRef(false);
  const shown = useRef(true);
  const after = useRef(refresh);

  useEffect(() => {
    after.current = refresh;
  });
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const run = useCallback(
    async (...input: InputArguments<Id>) => {
      // Two taps are one act: state would still say "not busy" at the second.
      if (underWay.current) return undefined;
      underWay.current = true;
      setBusy(true);
      setError(undefined);
      try {
        const answer = await callOperation(id, ...input);
        if (after.current.length > 0) refreshAnswers(...after.current);
        return answer;
      } catch (failure) {
        if (shown.current) setError(toAppError(failure));
        return undefined;
      } finally {
        underWay.current = false;
        if (shown.current) setBusy(false);
      }
    },
    [id],
  );
  const forget = useCallback(() => {
    setError(undefined);
  }, []);
  return { run, busy, error, forget };
}
