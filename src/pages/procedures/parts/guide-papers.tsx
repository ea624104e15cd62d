import type { Schemas } from '@dvc/contract';
import { cardIcon, paperIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { useTexts } from '#ui/texts';
import { InVietnamese, Quoting } from '#ui/in-vietnamese';
import { isConfirmed } from '../fact';
import { texts } from '../texts';
import { Unconfirmed } from './unconfirmed';

const withoutStop = (words: string): string => words.replace(/\.$/, '');

function When({ words }: { words: string }) {
  const t = useTexts(texts);
  return (
    <>
      {' '}
      <Quoting text={t.whenNeeded(words)} words={words} />.
    </>
  );
}

/** Papers a procedure asks for: in which form, and when. */
export function GuidePapers({ papers }: { papers: readonly Schemas['GuidePaper'][] }) {
  const t = useTexts(texts);
  if (papers.length === 0) return <p>{t.noPapers}</p>;
  return (
    <List>
      {papers.map(({ id, name, form, when, note, fact }) => (
        <Row
          key={id}
          icon={form === 'present' ? cardIcon : paperIcon}
          title={name}
          lang="vi"
          meta={
            <>
              {t.forms[form]}.{when === null ? null : <When words={withoutStop(when)} />}
              {note === null ? null : <InVietnamese> {withoutStop(note)}.</InVietnamese>}
            </>
          }
          chip={isConfirmed(fact) ? undefined : <Unconfirmed fact={fact} />}
        />
      ))}
    </List>
  );
}
