import type { Schemas } from '@dvc/contract';
import { putAnswer, useAct } from '#api';
import { Rating } from '#ui/rating';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** Whether the answer helped. */
export function RateAnswer({ question: { about, rating } }: { question: Schemas['MyQuestion'] }) {
  const t = useTexts(texts);
  const act = useAct('rateQuestion');
  const params = { questionId: about.id };
  return (
    <Rating
      words={{ ...t, send: t.sendRating }}
      given={rating}
      kept={t.rated}
      act={act}
      onSend={(body) =>
        void act.run({ params, body }).then((kept) => {
          if (kept !== undefined) putAnswer('readMyQuestion', { params }, kept);
        })
      }
    />
  );
}
