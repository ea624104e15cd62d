import type { Identity } from '#auth';
import { province } from '#config';
import { Chip } from '#ui/chip';
import { phoneIcon, shieldIcon } from '#ui/icons';
import { Ridge } from '#ui/ridge';
import { useTexts } from '#ui/texts';
import { InVietnamese } from '#ui/in-vietnamese';
import { texts } from '../texts';

type Known = Extract<Identity, { state: 'contact' | 'citizen' }>;

/** Who the app takes the person for: name, masked numbers, and how that is known. */
export function WhoCard({ identity }: { identity: Known }) {
  const t = useTexts(texts);
  const { person, state } = identity;
  const citizen = state === 'citizen';
  const name = (citizen ? person.fullName : null) ?? person.zaloName;
  return (
    <section className="who">
      <Ridge />
      <p className="nm">{name === null ? t.contact : <InVietnamese>{name}</InVietnamese>}</p>
      {citizen && person.idNumber !== null ? <p className="m num">{t.idNumber(person.idNumber)}</p> : null}
      {person.phone === null ? null : <p className="m num">{t.phone(person.phone)}</p>}
      <p className="mt-3">
        <Chip icon={citizen ? shieldIcon : phoneIcon}>
          {citizen ? t.citizenChip(province.identity.name) : t.contactChip}
        </Chip>
      </p>
    </section>
  );
}
