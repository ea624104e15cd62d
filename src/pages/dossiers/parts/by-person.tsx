import type { ReactNode } from 'react';
import type { Schemas } from '@dvc/contract';
import { paths } from '#nav';
import { personIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { useTexts } from '#ui/texts';
import { actingTexts } from '../acting-texts';

interface Owned {
  actingFor?: Schemas['ActingFor'];
}

interface Group<Item> {
  key: string;
  name: string | undefined;
  items: Item[];
}

/** One's own first, then each person's, all in the order they came. */
function groups<Item extends Owned>(items: readonly Item[]): Group<Item>[] {
  const found = new Map<string, Group<Item>>([['', { key: '', name: undefined, items: [] }]]);
  for (const item of items) {
    const key = item.actingFor?.delegationId ?? '';
    const group = found.get(key) ?? { key, name: item.actingFor?.fullName, items: [] };
    group.items.push(item);
    found.set(key, group);
  }
  return [...found.values()].filter((group) => group.items.length > 0);
}

/** A list for each person: what is one's own never stands among what is another's. */
export function ByPerson<Item extends Owned>({
  items,
  children,
}: {
  items: readonly Item[];
  children: (item: Item) => ReactNode;
}) {
  const t = useTexts(actingTexts);
  const people = groups(items);
  if (people.every(({ name }) => name === undefined)) return <List>{items.map(children)}</List>;
  return people.map(({ key, name, items: own }) => {
    const title = name === undefined ? t.mine : t.actingFor(name);
    return (
      <div key={key} className="mt-3">
        <h3 className="mb-2 font-semibold">{title}</h3>
        <List label={title}>{own.map(children)}</List>
      </div>
    );
  });
}

/** The way to the people one acts for. */
export function ToDelegations() {
  const t = useTexts(actingTexts);
  return (
    <List>
      <Row icon={personIcon} title={t.manage} meta={t.manageMeta} to={paths.delegations()} />
    </List>
  );
}
