import { identityStore, type Identity } from './identity';

/** By what one person is told from another: each Zalo account has one number. Undefined for a visitor. */
const phoneOf = (identity: Identity): string | undefined =>
  'person' in identity ? (identity.person.phone ?? '') : undefined;

/** Calls whenever whoever was known by a phone number is known no longer, or somebody else is: what was theirs must be put away. */
export function watchPerson(onGone: () => void): () => void {
  let known = phoneOf(identityStore.get());
  return identityStore.subscribe((identity) => {
    // Being asked, or out of reach: nobody else yet.
    if (identity.state === 'unknown' || identity.state === 'unreachable') return;
    const before = known;
    known = phoneOf(identity);
    if (before !== undefined && before !== known) onGone();
  });
}
