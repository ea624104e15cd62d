import type { Schemas } from '@dvc/contract';
import { inFigures, inPercent } from '#lib/figures';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';
import { Bars } from './bars';

/** Shares of decision 766, each with what it is a share of; and that of reports. */
export function Shares({ shares }: { shares: readonly Schemas['NumberShare'][] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const bars = shares.map(({ id, part, whole, target }) => {
    if (part === null || whole === null) return { label: t.shares[id], value: null, words: t.notTold };
    const words = t.share(inPercent(part, whole), inFigures(part, language), inFigures(whole, language));
    const value = (part / whole) * 100;
    return target === null
      ? { label: t.shares[id], value, words }
      : { label: t.shares[id], value, words: t.withTarget(words, inPercent(target, 1)), mark: target * 100 };
  });
  return <Bars title={t.index} note={t.indexMore} columns={[t.measure, t.value]} bars={bars} full={100} />;
}
