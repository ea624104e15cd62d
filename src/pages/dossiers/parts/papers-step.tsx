import { useState, type ReactNode } from 'react';
import { faultWords, type Answers } from '@dvc/contract/forms';
import type { Filling } from '#forms';
import { useOnline, type SaveState, type UploadItem, type Uploads } from '#offline';
import { Button } from '#ui/button';
import { ErrorSummary } from '#ui/error-summary';
import { SaveLine } from '#ui/save-line';
import { FootNote, Screen } from '#ui/screen';
import { Offline } from '#ui/states';
import { StepHead } from '#ui/step-head';
import { useLanguage, useTexts } from '#ui/texts';
import { paperFaults, papersWithFiles } from '../papers';
import { submitTexts } from '../submit-texts';
import type { Place } from './page-step';
import { FileRow } from './file-row';
import { PaperFiles } from './paper-files';

interface PapersStepProps {
  filling: Filling;
  answers: Answers;
  uploads: Uploads;
  items: readonly UploadItem[];
  place: Place;
  /** Stands below everything. */
  help: ReactNode;
  save: SaveState;
  /** Opened from the review, which it leads back to. */
  isEdit: boolean;
  onNext: () => void;
}

/** Papers to photograph. Sending goes on in the background: only what is missing keeps the person here. */
export function PapersStep({ filling, answers, uploads, items, place, save, isEdit, help, onNext }: PapersStepProps) {
  const t = useTexts(submitTexts);
  const language = useLanguage();
  const online = useOnline();
  const [attempt, setAttempt] = useState(0);
  const papers = papersWithFiles(filling.form, answers, items);
  const toSend = papers.filter(({ paper }) => paper.handling === 'upload');
  const needed = toSend.filter((one) => one.paper.required || one.items.length > 0);
  // Answers or a newer version of the form may no longer ask for what was sent: nothing disappears unseen.
  const strays = items.filter(({ paperId }) => !papers.some(({ paper }) => paper.id === paperId));
  const faults = paperFaults(filling.form, answers, items);
  const blocking = faults.filter(({ code }) => code !== 'paper-unfinished');
  const underWay = faults.length - blocking.length;
  return (
    <Screen
      title={t.papers}
      heading={(h1) => <StepHead {...place}>{h1}</StepHead>}
      foot={
        <>
          {blocking.length > 0 ? (
            <FootNote>
              {blocking.every(({ code }) => code === 'paper-refused')
                ? t.papersAgain(blocking.length)
                : t.papersLeft(blocking.length)}
            </FootNote>
          ) : underWay > 0 ? (
            <FootNote>{t.filesUnderWay(underWay)}</FootNote>
          ) : (
            <SaveLine save={save} />
          )}
          <Button
            onClick={() => {
              if (blocking.length === 0) onNext();
              else setAttempt(attempt + 1);
            }}
          >
            {isEdit ? t.backToReview : t.next}
          </Button>
        </>
      }
    >
      {attempt > 0 && blocking.length > 0 ? (
        <ErrorSummary
          attempt={attempt}
          lines={blocking.map((fault) => ({ fieldId: fault.path, text: faultWords(fault, language) }))}
        />
      ) : null}
      <p className="sub mt-3">
        {toSend.length === 0 ? t.noPapers : t.papersLead(needed.length - faults.length, needed.length)}
      </p>
      {online ? null : (
        <div className="mt-3">
          <Offline>{t.stateOffline}</Offline>
        </div>
      )}
      {papers.map(({ paper, items: files }) => (
        <PaperFiles
          key={paper.id}
          paper={paper}
          items={files}
          uploads={uploads}
          fault={attempt > 0 ? blocking.find(({ path }) => path === `papers.${paper.id}`) : undefined}
        />
      ))}
      {strays.length === 0 ? null : (
        <section className="sec">
          <h2>{t.strayFiles}</h2>
          <p className="sub">{t.strayFilesMore}</p>
          <ul className="list mt-3">
            {strays.map((item) => (
              <FileRow key={item.key} item={item} number={undefined} uploads={uploads} />
            ))}
          </ul>
        </section>
      )}
      {help}
    </Screen>
  );
}
