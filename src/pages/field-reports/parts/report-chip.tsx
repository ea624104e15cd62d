import { reportStateTitle, type ReportState } from '@dvc/contract';
import { now } from '#lib/clock';
import { dayOf } from '#lib/dates';
import { Chip } from '#ui/chip';
import { clockIcon, flagIcon, hourglassIcon, okCircleIcon, alertIcon, warningIcon } from '#ui/icons';
import type { Tone } from '#ui/notice';
import { useLanguage, useTexts } from '#ui/texts';
import { listTexts } from '../list-texts';

const dayMs = 24 * 60 * 60 * 1000;

const looks: Readonly<Record<ReportState, { tone: Tone; icon: string }>> = {
  received: { tone: 'neutral', icon: clockIcon },
  clarifying: { tone: 'neutral', icon: clockIcon },
  assigned: { tone: 'info', icon: hourglassIcon },
  inProgress: { tone: 'info', icon: hourglassIcon },
  reopened: { tone: 'info', icon: hourglassIcon },
  resolved: { tone: 'ok', icon: okCircleIcon },
  refused: { tone: 'neutral', icon: alertIcon },
  merged: { tone: 'neutral', icon: alertIcon },
};

interface ReportChipProps {
  report: { state: ReportState; dueDate: string | null };
  /** It is this person's turn: only then amber. */
  yours?: boolean;
}

/** The state of a report in icon and words, and how long there is. */
export function ReportChip({ report: { state, dueDate }, yours = false }: ReportChipProps) {
  const t = useTexts(listTexts);
  const title = reportStateTitle(state, useLanguage());
  const days = dueDate === null ? undefined : Math.round((Date.parse(dueDate) - Date.parse(dayOf(now()))) / dayMs);
  if (yours) {
    return (
      <Chip tone="act" icon={flagIcon}>
        {title}
      </Chip>
    );
  }
  if (days !== undefined && days < 0) {
    return (
      <Chip tone="bad" icon={warningIcon}>
        {t.overdue(-days)}
      </Chip>
    );
  }
  const { tone, icon } = looks[state];
  return (
    <Chip tone={tone} icon={icon}>
      {days === undefined ? title : `${title}, ${t.daysLeft(days)}`}
    </Chip>
  );
}
