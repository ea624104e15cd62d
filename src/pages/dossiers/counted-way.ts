import { useEffect, useRef } from 'react';
import { countStep } from '#api';
import type { Step } from './steps';

/**
 * Counts how far dossiers come, for the province's numbers: a step when it is reached from another one, so that a draft opened
 * again counts nothing twice. Nothing says which draft it was.
 */
export function useCountedWay(procedureCode: string, kind: Step['kind'], isSent: boolean): void {
  const before = useRef(kind);
  const counted = useRef(new Set<string>());
  useEffect(() => {
    const isReached = kind !== before.current;
    before.current = kind;
    // Sent from another phone while a page was open: that phone counted it.
    const reached = isSent && kind === 'review' ? 'sent' : isReached && kind !== 'page' ? kind : undefined;
    if (reached === undefined || counted.current.has(reached)) return;
    counted.current.add(reached);
    countStep(reached, procedureCode);
  }, [procedureCode, kind, isSent]);
}
