/**
 * Typed calls to the province's server, after the contract. One place for token, time limit, repetition of reads,
 * renewal of the session and for turning problem documents into `AppError`. Server answers live in the query cache
 * (stale first, then fresh), in memory; public pages that were opened also on the phone, for when there is no network. Never shows anything, never knows who the person is.
 */
export { AppError, isAppError, toAppError } from '#lib/app-error';
export { errorWords } from '#lib/error-words';
export { callOperation } from './call';
export { countStep } from './counting';
export { bindSession, currentToken, type SessionSource } from './session-token';
export { apiAddress } from './address';
export { problemOf } from './problem';
export { forgetAnswers, forgetPrivateAnswers, refreshAnswers } from './answers';
export { usePages, type Pages } from './pages';
export { putAnswer, useOperation, type Reading } from './queries';
export { useAct, type Act } from './act';
export type { OperationInput, OperationOutput } from './operation-types';
