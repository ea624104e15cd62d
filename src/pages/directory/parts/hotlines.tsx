import type { Schemas } from '@dvc/contract';
import { paths } from '#nav';
import { Chip } from '#ui/chip';
import { clockIcon } from '#ui/icons';
import { Row } from '#ui/list';
import { useTexts } from '#ui/texts';
import { Ways } from '#ui/ways';
import { texts } from '../texts';
import { useOpenState } from '../use-open-state';
import { callsTo } from './calls';

/** Numbers to call: whoever needs one calls from here. When to call which, and what it costs, is a tap on its name. */
export function Hotlines({ items }: { items: readonly Schemas['PlaceSummary'][] }) {
  const t = useTexts(texts);
  const openState = useOpenState();
  // Whoever is in need does not look for their number below the power company's.
  const urgentFirst = [...items].sort((a, b) => Number(b.kind === 'emergency') - Number(a.kind === 'emergency'));
  return (
    <ul className="grid gap-3">
      {urgentFirst.map(({ id, topic, name, phones, hours }) => {
        const state = openState(hours);
        return (
          <li key={id} className="list">
            <ul>
              <Row
                title={name}
                lang="vi"
                to={paths.place({ topic, id })}
                chip={
                  state === undefined ? undefined : (
                    <Chip tone={state.tone} icon={clockIcon}>
                      {state.words}
                    </Chip>
                  )
                }
              />
            </ul>
            <div className="grid gap-2 p-3">
              <Ways ways={callsTo(phones, t)} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
