import { stateTitle, type Schemas } from '@dvc/contract';
import { dayOf, longDate } from '#lib/dates';
import { paths } from '#nav';
import { Chip } from '#ui/chip';
import { alertIcon, flagIcon, hourglassIcon, okCircleIcon } from '#ui/icons';
import { Row } from '#ui/list';
import type { Tone } from '#ui/notice';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

type Summary = Schemas['DossierSummary'];

/** Colour and icon of a state; amber only where it is the person's turn. */
function look({ state, turn }: Pick<Summary, 'state' | 'turn'>): { tone: Tone; icon: string } {
  if (state === 'completed' || state === 'handedOver') return { tone: 'ok', icon: okCircleIcon };
  if (turn === 'citizen') return { tone: 'act', icon: flagIcon };
  if (state === 'refused') return { tone: 'bad', icon: alertIcon };
  return state === 'withdrawn' ? { tone: 'neutral', icon: alertIcon } : { tone: 'info', icon: hourglassIcon };
}

/** The state of a dossier in icon and words. */
export function StateChip({ dossier }: { dossier: Pick<Summary, 'state' | 'turn'> }) {
  const { tone, icon } = look(dossier);
  return (
    <Chip tone={tone} icon={icon}>
      {stateTitle(dossier.state, useLanguage())}
    </Chip>
  );
}

/** One dossier in the list: what, when sent, when due, and where it stands. */
export function DossierRow({ dossier }: { dossier: Summary }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { id, procedureName, submittedAt, dueDate, state } = dossier;
  const isOver = state === 'completed' || state === 'handedOver';
  const due = dueDate === null || isOver ? '' : `, ${t.dueMeta(longDate(dueDate, language))}`;
  return (
    <Row
      title={procedureName}
      lang="vi"
      meta={t.sentMeta(longDate(dayOf(submittedAt), language)) + due}
      to={paths.dossier({ id })}
      chip={<StateChip dossier={dossier} />}
    />
  );
}
