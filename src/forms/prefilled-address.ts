import { isAddress, type AddressAnswer, type Answers, type FormDefinition } from '@dvc/contract/forms';
import { fold } from '#lib/fold';
import type { CommuneIndex } from './communes';

/**
 * Takes the commune out of addresses the provincial ID gave as one line of text: `…, Phường Tân Ninh, tỉnh Tây Ninh`.
 * Only the full name of a present commune counts, and only if no former unit elsewhere had the same; anything else is
 * left for the person to say.
 */
export function settlePrefilledAddresses({
  form,
  answers,
  prefilled,
  communes,
}: {
  form: FormDefinition;
  answers: Answers;
  prefilled: readonly string[];
  communes: CommuneIndex;
}): Answers {
  const settled = { ...answers };
  for (const field of form.pages.flatMap((page) => page.fields)) {
    const answer = answers[field.id];
    if (field.type !== 'address' || !prefilled.includes(field.id) || !isAddress(answer) || answer.commune !== '')
      continue;
    settled[field.id] = readAddressLine(answer.detail, communes) ?? answer;
  }
  return settled;
}

function readAddressLine(line: string, { entries }: CommuneIndex): AddressAnswer | undefined {
  const parts = line.split(',').map((part) => part.trim());
  for (let at = parts.length - 1; at > 0; at -= 1) {
    const name = fold(parts[at] ?? '');
    const named = entries.filter(({ commune }) => fold(commune.name) === name);
    const [found] = named;
    if (found === undefined) continue;
    const elsewhere = entries.some(
      ({ commune }) => commune.code !== found.commune.code && commune.former.some((unit) => fold(unit.name) === name),
    );
    return named.length > 1 || elsewhere
      ? undefined
      : { commune: found.commune.code, detail: parts.slice(0, at).join(', ') };
  }
  return undefined;
}
