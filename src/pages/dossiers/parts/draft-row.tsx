import type { Schemas } from '@dvc/contract';
import { callOperation, refreshAnswers } from '#api';
import { now } from '#lib/clock';
import { dayOf, longDate, momentInWords } from '#lib/dates';
import { paths } from '#nav';
import { AskFirst } from '#ui/ask-first';
import { Chip } from '#ui/chip';
import { pencilIcon, trashIcon } from '#ui/icons';
import { Row } from '#ui/list';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

/** One draft: a tap goes on where the person stopped; deleting asks first and names what is lost. */
export function DraftRow({ draft }: { draft: Schemas['DraftSummary'] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { id, procedureCode, procedureName, page, step, steps, files, savedAt, expiresAt } = draft;
  const discard = async (): Promise<void> => {
    await callOperation('deleteDraft', { params: { draftId: id } });
    refreshAnswers('listDrafts');
  };
  return (
    <>
      <Row
        title={procedureName}
        lang="vi"
        meta={t.draftMeta(step, steps, momentInWords(savedAt, now(), language), longDate(dayOf(expiresAt), language))}
        to={paths.submitDossier({ procedureCode, nhap: id, buoc: page })}
        chip={<Chip icon={pencilIcon}>{t.continue}</Chip>}
      />
      <li className="px-4 pb-3">
        <AskFirst
          label={t.discard}
          icon={trashIcon}
          aria-label={t.discardOf(procedureName)}
          question={t.discardAsk(files)}
          keep={t.keep}
          yes={t.discardYes}
          busy={t.discarding}
          onYes={discard}
        />
      </li>
    </>
  );
}
