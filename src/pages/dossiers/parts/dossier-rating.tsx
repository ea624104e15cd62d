import type { Schemas } from '@dvc/contract';
import { useAct } from '#api';
import { dayOf, longDate, timeOf } from '#lib/dates';
import { Rating } from '#ui/rating';
import { useLanguage, useTexts } from '#ui/texts';
import { afterTexts } from '../after-texts';
import { faceIcons } from '../face-icons';

/** How it went, in faces and words; once, and changeable for a while. */
export function DossierRating({ dossier: { id, rating, mayRate } }: { dossier: Schemas['Dossier'] }) {
  const t = useTexts(afterTexts);
  const language = useLanguage();
  const act = useAct('rateDossier', { refresh: ['readDossier'] });
  if (!mayRate) {
    return rating === null ? null : (
      <section className="sec">
        <h2>{t.rated}</h2>
        <p>{t.scores[rating.score - 1]}</p>
      </section>
    );
  }
  return (
    <Rating
      words={{ ...t, send: t.sendRating, sending: t.sendingRating }}
      hint={rating === null ? undefined : t.rateHint(longDate(dayOf(rating.changeableUntil), language))}
      icons={faceIcons}
      given={rating}
      kept={rating === null ? '' : t.kept(timeOf(rating.ratedAt))}
      act={act}
      onSend={(body) => void act.run({ params: { dossierId: id }, body })}
    />
  );
}
