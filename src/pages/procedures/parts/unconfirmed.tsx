import { Chip } from '#ui/chip';
import { infoIcon } from '#ui/icons';
import { useTexts } from '#ui/texts';
import { isConfirmed, type Fact } from '../fact';
import { texts } from '../texts';

/** Says of a fact that nobody has confirmed it; nothing where somebody has. */
export function Unconfirmed({ fact }: { fact: Fact }) {
  const t = useTexts(texts);
  return isConfirmed(fact) ? null : <Chip icon={infoIcon}>{t.unconfirmed}</Chip>;
}
