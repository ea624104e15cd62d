import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useAct } from '#api';
import { now } from '#lib/clock';
import { dayOf, longDate, momentInWords } from '#lib/dates';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { pencilIcon, trashIcon } from '#ui/icons';
import { Row } from '#ui/list';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

/** One draft: a tap goes on where the person stopped; deleting asks first and names what is lost. */
export function DraftRow({ draft }: { draft: Schemas['DraftSummary'] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [asked, setAsked] = useState(false);
  const discard = useAct('deleteDraft', { refresh: ['listDrafts'] });
  const { id, procedureCode, procedureName, page, step, steps, files, savedAt, expiresAt } = draft;
  return (
    <>
      <Row
        title={procedureName}
        meta={t.draftMeta(step, steps, momentInWords(savedAt, now(), language), longDate(dayOf(expiresAt), language))}
        to={paths.submitDossier({ procedureCode, nhap: id, buoc: page })}
        chip={<Chip icon={pencilIcon}>{t.continue}</Chip>}
      />
      <li className="px-4 pb-3">
        {asked ? (
          <div role="alert">
            <p>{t.discardAsk(files)}</p>
            <div className="mt-3 grid gap-2">
              <Button
                look="second"
                onClick={() => {
                  setAsked(false);
                }}
              >
                {t.keep}
              </Button>
              <Button
                look="danger"
                size="small"
                busy={discard.busy}
                onClick={() => void discard.run({ params: { draftId: id } })}
              >
                {discard.busy ? t.discarding : t.discardYes}
              </Button>
            </div>
          </div>
        ) : (
          <Button
            look="text"
            size="small"
            icon={trashIcon}
            aria-label={t.discardOf(procedureName)}
            onClick={() => {
              setAsked(true);
            }}
          >
            {t.discard}
          </Button>
        )}
        {discard.error === undefined ? null : <FailedAct error={discard.error} />}
      </li>
    </>
  );
}
