/**
 * Who is holding the phone: one union in Recoil, learnt from the server at each start, never stored. Raises the level
 * when the person asks for it (1: Zalo's phone number; 2: linking the provincial ID) and brings them back to where they
 * were. Promises: a refusal or a failure on the way leaves everything usable. Never stores anything that grants access,
 * never asks for consent by itself.
 */
export { type Identity, type Level, type Person, levelOf } from './identity';
export { connectAuth, lookAgain, mayHaveArrived, refreshAuth, retryAuth, startAuth } from './session';
export { useIdentity } from './use-identity';
export { useLink } from './use-link';
export { watchPerson, watchRecognised } from './watch-person';
export { finishLink, giveContact, rememberedReturn, startLink, unlink } from './lazy-steps';
export type { ContactOutcome, LinkOutcome } from './lazy-steps';
