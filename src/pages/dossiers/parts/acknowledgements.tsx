import type { Schemas } from '@dvc/contract';
import { stateWords } from '@dvc/contract';
import { Timeline } from '#ui/timeline';
import { useLanguage, useTexts } from '#ui/texts';
import { moment } from '../road';
import { texts } from '../texts';

/** The three acknowledgements: received, reached the one-stop system, what is needed from the person. */
export function Acknowledgements({ dossier }: { dossier: Schemas['Dossier'] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { acknowledgements, files, turn, state, events } = dossier;
  const { receivedAt, registeredAt } = acknowledgements;
  const note = events[events.length - 1]?.note ?? undefined;
  return (
    <section className="sec">
      <h2>{t.where}</h2>
      <Timeline
        items={[
          { state: 'done', title: t.ackReceived, meta: t.ackReceivedMeta(moment(receivedAt, language), files.length) },
          registeredAt === null
            ? { state: 'now', title: t.ackRegistering, meta: t.ackRegisteringMeta }
            : { state: 'done', title: t.ackRegistered, meta: moment(registeredAt, language) },
          turn === 'citizen'
            ? { state: 'you', title: t.ackYou, meta: stateWords(state, { reason: note }, language) }
            : { state: 'next', title: t.ackYou, meta: t.ackNothing },
        ]}
      />
    </section>
  );
}
