import { identityStore, levelOf } from './identity';

/** Calls whenever whoever was known by a phone number is known no longer: what was theirs must be put away. */
export function watchPerson(onGone: () => void): () => void {
  let known = levelOf(identityStore.get()) >= 1;
  return identityStore.subscribe((identity) => {
    const gone = known && identity.state === 'visitor';
    known = levelOf(identity) >= 1;
    if (gone) onGone();
  });
}
