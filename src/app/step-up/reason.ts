import { createContext, useContext } from 'react';
import type { Level } from '#auth';
import type { Localised } from '#page-module';

/** What the person wanted to open when a higher level was found to be needed. */
export interface StepUpReason {
  why: Localised | undefined;
  title: Localised;
  needed: Level;
}

const ReasonContext = createContext<StepUpReason | undefined>(undefined);

export const StepUpReasonProvider = ReasonContext.Provider;

export function useStepUpReason(): StepUpReason | undefined {
  return useContext(ReasonContext);
}
