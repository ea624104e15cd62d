import { useCallback, useRef, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import {
  callOperation,
  problemOf,
  putAnswer,
  refreshAnswers,
  toAppError,
  type AppError,
  type OperationInput,
} from '#api';
import { forgetPlace, sendingKey, type Clash, type Draft } from '#offline';

/** Where sending a dossier stands. It is sent only when there is a receipt; then the screen is left. */
export type Sending =
  | { state: 'ready' }
  | { state: 'sending' }
  | { state: 'offline' }
  /** No readable answer: it may have arrived. */
  | { state: 'unknown'; checkFailed: boolean }
  | { state: 'checking' }
  /** Asked: it did not arrive. */
  | { state: 'notThere' }
  /** Another phone saved something else meanwhile: that is shown now, and is to be read before it is sent. */
  | { state: 'newer' }
  | { state: 'refused'; fields: Schemas['FieldProblem'][] }
  | { state: 'failed'; error: AppError };

/** Something is on its way: nothing else is begun. */
export const isBusy = ({ state }: Sending): boolean => state === 'sending' || state === 'checking';

export interface Parcel {
  draftId: string;
  /** Of the draft that was reviewed. */
  rev: number;
  files: { id: string; sha256: string }[];
  declaration: string[];
}

interface SendingParts {
  /** Sends, and answers the dossier's id; absent: the draft becomes a dossier. */
  deliver?: (parcel: Parcel, key: string) => Promise<string>;
  /** Reads what would be sent: refused as sent when it has arrived. */
  look?: (draftId: string) => Promise<unknown>;
  /** A dossier exists, from this attempt or an earlier one. */
  onArrived: (dossierId: string) => void;
  /** Saved meanwhile from another phone. */
  onClash: (theirs: Draft) => Clash;
}

/** As often as another phone may turn a page while this one sends. */
const mostTries = 5;

/** Silence, a gateway's page, half an answer: what happened on the server is not known. */
function isSilence(error: AppError): boolean {
  return error.kind === 'timeout' || error.kind === 'server' || error.code === 'http-503';
}

async function deliverDraft(parcel: Parcel, key: string): Promise<string> {
  const input: OperationInput<'submitDossier'> = { headers: { 'Idempotency-Key': key }, body: parcel };
  const receipt = await callOperation('submitDossier', input);
  putAnswer('readReceipt', { params: { dossierId: receipt.dossierId } }, receipt);
  return receipt.dossierId;
}

const lookAtDraft = (draftId: string): Promise<unknown> => callOperation('readDraft', { params: { draftId } });

export function useSending({ onArrived, onClash, deliver = deliverDraft, look = lookAtDraft }: SendingParts) {
  const [sending, setSending] = useState<Sending>({ state: 'ready' });
  const underWay = useRef(false);

  const once = useCallback(async (busy: Sending, work: () => Promise<Sending>): Promise<void> => {
    // Two taps are one act.
    if (underWay.current) return;
    underWay.current = true;
    setSending(busy);
    try {
      setSending(await work());
    } catch (bug) {
      setSending({ state: 'failed', error: toAppError(bug) });
    }
    underWay.current = false;
  }, []);

  const arrived = useCallback(
    (dossierId: string): Sending => {
      forgetPlace();
      // The draft too: whoever comes back to its address must not find it open still.
      refreshAnswers('listDrafts', 'listDossiers', 'readDraft', 'readDossier', 'readSupplement');
      onArrived(dossierId);
      return { state: 'ready' };
    },
    [onArrived],
  );

  const judge = useCallback(
    async (failure: unknown, sendUnder?: (rev: number) => Promise<Sending>): Promise<Sending> => {
      const error = toAppError(failure);
      const problem = problemOf(error);
      if (problem?.code === 'draft-sent' && problem.dossierId !== undefined) return arrived(problem.dossierId);
      if (problem?.code === 'draft-conflict' && problem.draft !== undefined) {
        const clash = onClash(problem.draft);
        if (clash.met === 'same' && sendUnder !== undefined) return sendUnder(clash.rev);
        return { state: clash.met === 'newer' ? 'newer' : 'ready' };
      }
      // An earlier attempt with other ticks was kept: asking finds its dossier.
      if (problem?.code === 'idempotency-conflict') return { state: 'unknown', checkFailed: false };
      if (error.kind === 'offline') return { state: 'offline' };
      if (error.kind === 'invalid' && error.fields.length > 0) return { state: 'refused', fields: error.fields };
      return isSilence(error) ? { state: 'unknown', checkFailed: false } : { state: 'failed', error };
    },
    [arrived, onClash],
  );

  const send = useCallback(
    (parcel: Parcel) => {
      const attempt = async (rev: number, triesLeft: number): Promise<Sending> => {
        try {
          const key = await sendingKey(parcel.draftId, rev);
          return arrived(await deliver({ ...parcel, rev }, key));
        } catch (failure) {
          return judge(failure, triesLeft > 0 ? (newer) => attempt(newer, triesLeft - 1) : undefined);
        }
      };
      return once({ state: 'sending' }, () => attempt(parcel.rev, mostTries - 1));
    },
    [once, arrived, judge, deliver],
  );

  /** Asks whether it arrived, without sending anything: a draft that can still be read is no dossier yet. */
  const check = useCallback(
    (draftId: string) =>
      once({ state: 'checking' }, async () => {
        try {
          await look(draftId);
          return { state: 'notThere' };
        } catch (failure) {
          const verdict = await judge(failure);
          return verdict.state === 'ready' ? verdict : { state: 'unknown', checkFailed: true };
        }
      }),
    [once, judge, look],
  );

  const say = useCallback((next: Sending) => {
    setSending(next);
  }, []);

  return { sending, send, check, say };
}
