import { useCallback, useRef } from 'react';
import { paths, useBack, useGo } from '#nav';
import type { Draft } from '#offline';
import type { Step } from './steps';

interface Standing {
  steps: readonly Step[];
  index: number;
  /** The step was opened from the review. */
  isEdit: boolean;
}

/**
 * Going from step to step. A step opened from the review leads back to it, by way of those steps that only the change
 * has brought about.
 */
export function useStepping({ procedureCode, id }: Draft, { steps, index, isEdit }: Standing) {
  const go = useGo();
  const back = useBack();
  /** The steps there were when the review was left; undefined where nobody came from it on this screen. */
  const known = useRef<ReadonlySet<string>>();

  const goTo = useCallback(
    (buoc: string, { replace = false, sua }: { replace?: boolean; sua?: '1' } = {}) => {
      go(paths.submitDossier({ procedureCode, nhap: id, buoc, sua }), { replace });
    },
    [go, procedureCode, id],
  );
  const open = useCallback(
    (stepId: string, replace = false) => {
      goTo(stepId, { replace });
    },
    [goTo],
  );
  const edit = (stepId: string): void => {
    known.current = new Set(steps.map((step) => step.id));
    goTo(stepId, { sua: '1' });
  };
  const leaveStep = (): void => {
    if (!isEdit) {
      open(steps[index + 1]?.id ?? 'review');
      return;
    }
    const before = known.current;
    const brought = before === undefined ? undefined : steps.find((step) => !before.has(step.id));
    if (before === undefined) open('review', true);
    else if (brought === undefined) back();
    else {
      known.current = new Set([...before, brought.id]);
      goTo(brought.id, { replace: true, sua: '1' });
    }
  };
  return { open, edit, leaveStep };
}
