import { useOperation } from '#api';
import { now } from '#lib/clock';
import { paths } from '#nav';
import { Icon } from '#ui/icon';
import { flagIcon } from '#ui/icons';
import { Row } from '#ui/list';
import { useLanguage, useTexts } from '#ui/texts';
import { todoTexts } from '../todo-texts';
import { whatWaits } from '../waiting';

/** As many as home has room for; the rest is one tap away. */
const most = 3;

/** The amber card; absent while nothing waits, and while it is not known: home never waits for a server. */
export function Todo() {
  const t = useTexts(todoTexts);
  const language = useLanguage();
  const dossiers = useOperation('listDossiers', {});
  const drafts = useOperation('listDrafts', {});
  const items = whatWaits(dossiers.data?.items ?? [], drafts.data?.items ?? [], { t, language, now: now() });
  // Half a list would read as "there is no more": what could not be asked is said beside it.
  const failed =
    (dossiers.error ?? drafts.error) === undefined ? null : (
      <p className="sub" role="status">
        {t.todoFailed}
      </p>
    );
  if (items.length === 0) return failed;
  return (
    <section className="todo" aria-labelledby="todo">
      <h2 id="todo">
        <Icon of={flagIcon} small />
        {t.todo(items.length, typeof dossiers.data?.next === 'string')}
      </h2>
      <ul>
        {items.slice(0, most).map(({ key, title, meta, to }) => (
          <Row key={key} title={title} lang="vi" meta={meta} to={to} />
        ))}
        {items.length > most ? <Row title={t.all} to={paths.dossiers()} /> : null}
      </ul>
      {failed}
    </section>
  );
}
