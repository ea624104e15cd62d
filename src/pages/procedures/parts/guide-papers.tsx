import type { Schemas } from '@dvc/contract';
import { cardIcon, paperIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { useTexts } from '#ui/texts';
import { isConfirmed } from '../fact';
import { texts } from '../texts';
import { Unconfirmed } from './unconfirmed';

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
              {[t.forms[form], when === null ? undefined : t.whenNeeded(when), note]
                .filter((part) => part !== undefined && part !== null)
                .map((part) => part.replace(/\.$/, ''))
                .join('. ')}
              .
            </>
          }
          chip={isConfirmed(fact) ? undefined : <Unconfirmed fact={fact} />}
        />
      ))}
    </List>
  );
}
