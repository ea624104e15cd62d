import type { Schemas } from '@dvc/contract';
import { longDate } from '#lib/dates';
import { useLanguage, useTexts } from '#ui/texts';
import { moment } from '../road';
import { supplementTexts } from '../supplement-texts';
import { Seal } from './seal';

type Supplement = Schemas['Supplement'];

/** What an office waits for, each with its reason, and until when. */
export function AskedItems({ supplement: { items, answerBy } }: { supplement: Supplement }) {
  const t = useTexts(supplementTexts);
  const language = useLanguage();
  return (
    <>
      {items.every(({ reason }) => reason === null) ? null : (
        <ul className="grid list-disc gap-1 pl-5">
          {items.map(({ id, title, reason }) => (
            <li key={id}>
              <b>{title}</b>
              {reason === null ? null : `: ${reason}`}
            </li>
          ))}
        </ul>
      )}
      <p>{answerBy === null ? t.noDay : t.until(longDate(answerBy, language))}</p>
    </>
  );
}

/** What was sent afterwards, with its signed receipt. */
export function SentSupplements({ supplements }: { supplements: readonly Supplement[] }) {
  const t = useTexts(supplementTexts);
  const language = useLanguage();
  const sent = supplements.flatMap(({ items, receipt }) => (receipt === null ? [] : [{ items, receipt }]));
  if (sent.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t.sentTitle}</h2>
      {sent.map(({ items, receipt }) => (
        <div className="card mt-3 grid gap-2" key={receipt.number}>
          <p>{items.map(({ title }) => title).join('; ')}</p>
          <p className="sub">{t.sentAt(moment(receipt.receivedAt, language))}</p>
          <Seal receipt={receipt} />
        </div>
      ))}
    </section>
  );
}
