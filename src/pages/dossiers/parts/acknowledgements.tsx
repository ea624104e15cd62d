import type { Schemas } from '@dvc/contract';
import { stateWords } from '@dvc/contract';
import type { Language } from '#lib/texts';
import { Timeline, type TimelineItem } from '#ui/timeline';
import { useLanguage, useTexts } from '#ui/texts';
import { acknowledgementTexts } from '../acknowledgement-texts';
import { moment } from '../road';

/** The second acknowledgement: where it is on its way to the one-stop system, as it really is. */
function registration(
  { state, since }: Schemas['Forwarding'],
  t: (typeof acknowledgementTexts)['vi'],
  language: Language,
): TimelineItem {
  const when = since === null ? '' : moment(since, language);
  switch (state) {
    case 'arrived':
      return { state: 'done', title: t.arrived, meta: when };
    case 'late':
      return { state: 'now', title: t.late, meta: t.lateMeta(when) };
    case 'stuck':
      return { state: 'now', title: t.stuck, meta: t.stuckMeta(when) };
    case 'byHand':
      return { state: 'now', title: t.byHand, meta: t.byHandMeta };
    case 'onItsWay':
      return { state: 'now', title: t.onItsWay, meta: t.onItsWayMeta };
  }
}

/** The three acknowledgements: received, reached the one-stop system, what is needed from the person. */
export function Acknowledgements({ dossier }: { dossier: Schemas['Dossier'] }) {
  const t = useTexts(acknowledgementTexts);
  const language = useLanguage();
  const { acknowledgements, files, turn, state, events } = dossier;
  const { receivedAt, forwarding } = acknowledgements;
  const note = events[events.length - 1]?.note ?? undefined;
  return (
    <section className="sec">
      <h2>{t.where}</h2>
      {state === 'submitted' ? <p className="mb-4">{stateWords(state, {}, language)}</p> : null}
      <Timeline
        items={[
          { state: 'done', title: t.received, meta: t.receivedMeta(moment(receivedAt, language), files.length) },
          registration(forwarding, t, language),
          turn === 'citizen'
            ? { state: 'you', title: t.you, meta: stateWords(state, { reason: note }, language) }
            : { state: 'next', title: t.you, meta: t.nothing },
        ]}
      />
    </section>
  );
}
