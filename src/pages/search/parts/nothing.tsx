import { paths } from '#nav';
import { searchIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';
import { Suggestions } from './suggestions';

/** Nothing fits: said in words and aloud, with a way on. */
export function Nothing({ q, suggestions }: { q: string; suggestions: readonly string[] }) {
  const t = useTexts(texts);
  return (
    <>
      <p className="unseen" role="status">
        {t.none(q)}
      </p>
      <Empty
        icon={searchIcon}
        title={t.none(q)}
        action={
          <LinkButton look="second" to={paths.procedures()}>
            {t.allProcedures}
          </LinkButton>
        }
      >
        {t.noneMore}
      </Empty>
      <Suggestions words={suggestions} />
    </>
  );
}
