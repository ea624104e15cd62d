import { useCallback, useEffect, useRef, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { callOperation, putAnswer, refreshAnswers, toAppError, type AppError } from '#api';
import { randomUuid } from '#lib/random';
import { pause } from '#lib/time-limit';
import { paths } from '#nav';
import { forgetPlace, rememberPlace } from '#offline';
import { onZaloEvent, openCheckout, wasCheckoutLeft } from '#zalo';
import type { Order } from './face';
import { keptTap, type KeptTap } from './kept-tap';

export interface Checkout {
  /** Of what is done now. */
  busy: 'opening' | 'asking' | undefined;
  error: AppError | undefined;
  /** The tap made on this phone has had no answer: the very same may be made again. */
  isUnanswered: boolean;
  /** The person came back without paying. */
  isLeft: boolean;
  pay: () => void;
  /** "Hỏi lại". */
  ask: () => void;
}

/** The sheet's own last word comes half a second after it closed. */
const lastWordMs = 1_200;
/** Before the second and third attempt of a tap that has had no answer. */
const againMs = [800, 2_500];

/** Whether the server has certainly said no; with anything else the tap may have arrived. */
const isAnswered = ({ kind }: AppError): boolean => !['offline', 'timeout', 'server', 'busy', 'session'].includes(kind);

async function signedFields(orderId: string, key: string): Promise<Schemas['CheckoutOrder']> {
  const input = { params: { orderId }, headers: { 'Idempotency-Key': key } };
  for (const ms of againMs) {
    try {
      return await callOperation('openCheckout', input);
    } catch (failure) {
      const error = toAppError(failure);
      if (isAnswered(error) || error.kind === 'offline') throw error;
      await pause(ms);
    }
  }
  return callOperation('openCheckout', input);
}

/** Tells the server what is known on this phone, and learns how the order stands. */
async function askServer(orderId: string, tap: KeptTap | undefined, isClosed: boolean): Promise<Order> {
  const params = { orderId };
  if (tap?.step === 'refused') return callOperation('reportCheckout', { params, body: { seen: 'left' } });
  if (tap?.step !== 'opened' || tap.checkoutOrderId === undefined || !isClosed)
    return callOperation('checkPayment', { params });
  const { checkoutOrderId } = tap;
  const seen = (await wasCheckoutLeft(checkoutOrderId)) === true ? 'left' : 'done';
  return callOperation('reportCheckout', { params, body: { seen, checkoutOrderId } });
}

/** Paying one order through Zalo's Checkout. What the phone sees is only told; the truth is what the server answers. */
export function useCheckout(orderId: string): Checkout {
  const [busy, setBusy] = useState<Checkout['busy']>();
  const [error, setError] = useState<AppError>();
  const [step, setStep] = useState(() => keptTap.peek(orderId)?.step);
  const [isLeft, setLeft] = useState(false);
  const working = useRef(false);
  const maybeOpen = useRef(false);

  const keep = useCallback((tap: KeptTap | undefined): void => {
    if (tap === undefined) keptTap.drop();
    else keptTap.keep(tap);
    setStep(tap?.step);
  }, []);

  const take = useCallback(
    (order: Order): void => {
      putAnswer('readPayment', { params: { orderId } }, order);
      refreshAnswers('listStudents', 'readBill', 'listPayments', 'readDossier');
      if (order.money === 'unknown') return;
      // It is settled: nothing of this phone's is needed any more.
      keep(undefined);
      forgetPlace();
    },
    [keep, orderId],
  );

  const settle = useCallback(
    async (isClosed: boolean): Promise<void> => {
      if (working.current) return;
      working.current = true;
      setBusy('asking');
      setError(undefined);
      try {
        const tap = await keptTap.find(orderId);
        const order = await askServer(orderId, tap, isClosed);
        setLeft(tap !== undefined && order.mayPay);
        take(order);
      } catch (failure) {
        setError(toAppError(failure));
      }
      working.current = false;
      setBusy(undefined);
    },
    [orderId, take],
  );

  const begin = useCallback(async (): Promise<void> => {
    const kept = keptTap.peek(orderId);
    const key = kept?.step === 'asked' ? kept.key : randomUuid();
    keep({ orderId, key, step: 'asked' });
    rememberPlace(paths.payment({ orderId }));
    const fields = await signedFields(orderId, key).catch((failure: unknown) => {
      if (isAnswered(toAppError(failure))) keep(undefined);
      throw failure;
    });
    keep({ orderId, key, step: 'signed' });
    maybeOpen.current = true;
    const opened = (checkoutOrderId: string): void => {
      keep({ orderId, key, step: 'opened', checkoutOrderId });
      const body = { seen: 'opened', checkoutOrderId } as const;
      // Kept as well: when this does not arrive, whatever is told next says it.
      void callOperation('reportCheckout', { params: { orderId }, body }).then(take, () => undefined);
    };
    const ended = (): void => {
      maybeOpen.current = false;
      void settle(true);
    };
    const start = await openCheckout(fields, { opened, ended });
    if (start.start === 'opened') return;
    if (start.start === 'refused') {
      maybeOpen.current = false;
      keep({ orderId, key, step: 'refused' });
      await callOperation('reportCheckout', { params: { orderId }, body: { seen: 'left' } }).then(take);
    }
    throw start.error;
  }, [keep, orderId, settle, take]);

  const pay = useCallback((): void => {
    if (working.current) return;
    working.current = true;
    setBusy('opening');
    setError(undefined);
    setLeft(false);
    void begin()
      .catch((failure: unknown) => setError(toAppError(failure)))
      .finally(() => {
        working.current = false;
        setBusy(undefined);
        refreshAnswers('readPayment');
      });
  }, [begin]);

  useEffect(() => {
    // After the app was killed no sheet is open any more.
    void keptTap.find(orderId).then((tap) => {
      setStep(tap?.step);
      if (tap !== undefined && tap.step !== 'asked' && !maybeOpen.current) void settle(true);
    });
    const offs = [
      onZaloEvent('webviewClosed', () => {
        if (!maybeOpen.current) return;
        setTimeout(() => {
          // Nothing was said about the end: a way back into the app that the SDK swallowed, or a Zalo that does not say.
          if (!maybeOpen.current) return;
          maybeOpen.current = false;
          void settle(true);
        }, lastWordMs);
      }),
      onZaloEvent('resumed', () => {
        if (maybeOpen.current) void settle(false);
      }),
    ];
    return () => {
      for (const off of offs) off();
    };
  }, [orderId, settle]);

  const ask = useCallback((): void => {
    // Whoever taps here does not have the sheet in front of them.
    maybeOpen.current = false;
    void settle(true);
  }, [settle]);

  return { busy, error, isUnanswered: step === 'asked', isLeft, pay, ask };
}
