import type { OperationId } from '@dvc/contract';

/** The query cache, as far as rooms that never read need to know it. */
export interface AnswerKeeper {
  refresh(ids: readonly OperationId[]): void;
  forgetPrivate(): void;
  forgetAll(): void;
}

let keeper: AnswerKeeper | undefined;

/** The cache announces itself when the first screen that reads brings it along; home does without. */
export function keepAnswers(cache: AnswerKeeper): void {
  keeper = cache;
}

/** Marks answers as old; those on screen are asked for again. Without ids: all. */
export function refreshAnswers(...ids: OperationId[]): void {
  keeper?.refresh(ids);
}

/** Forgets everything that is somebody's own; called when the person or their level changes. */
export function forgetPrivateAnswers(): void {
  keeper?.forgetPrivate();
}

/** Forgets everything; one test must not see what another has read. */
export function forgetAnswers(): void {
  keeper?.forgetAll();
}
