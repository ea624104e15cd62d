import type { Schemas } from '@dvc/contract';
import { useAct } from '#api';
import { Rating } from '#ui/rating';
import { useTexts } from '#ui/texts';
import { reportTexts } from '../report-texts';

/** How it was resolved; changeable for as long as the server takes it. */
export function ReportRating({ report: { id, rating } }: { report: Schemas['MyReport'] }) {
  const t = useTexts(reportTexts);
  const act = useAct('rateReport', { refresh: ['readMyReport'] });
  return (
    <Rating
      words={{ ...t, send: t.sendRating, sending: t.sendingRating }}
      given={rating}
      kept={t.rated(t.scores[(rating?.score ?? 0) - 1] ?? '')}
      act={act}
      onSend={(body) => void act.run({ params: { reportId: id }, body })}
    />
  );
}
