import { identityStore, type Identity } from './identity';

/** By what one person is told from another: each Zalo account has one number. Undefined for a visitor. */
const phoneOf = (identity: Identity): string | undefined =>
  'person' in identity ? (identity.person.phone ?? '') : undefined;

/** Being asked, or out of reach: nobody else yet. */
const isAnswer = ({ state }: Identity): boolean => state !== 'unknown' && state !== 'unreachable';

/** Calls with each answer to who this is, also with the one that is here: whether they are known by more than a Zalo account. */
export function watchRecognised(onAnswer: (isKnown: boolean) => void): () => void {
  const tell = (identity: Identity): void => {
    if (isAnswer(identity)) onAnswer(phoneOf(identity) !== undefined);
  };
  tell(identityStore.get());
  return identityStore.subscribe(tell);
}

/** Calls whenever whoever was known by a phone number is known no longer, or somebody else is: what was theirs must be put away. */
export function watchPerson(onGone: () => void): () => void {
  let known = phoneOf(identityStore.get());
  return identityStore.subscribe((identity) => {
    if (!isAnswer(identity)) return;
    const before = known;
    known = phoneOf(identity);
    if (before !== undefined && before !== known) onGone();
  });
}
