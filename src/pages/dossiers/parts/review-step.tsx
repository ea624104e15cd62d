import { useState, type ReactNode } from 'react';
import { feeFor, type Answers } from '@dvc/contract/forms';
import { answersInWords, ReviewBlocks, ReviewCard, type Filling, type ShownFault } from '#forms';
import type { Draft, DraftKeeper, SaveState, UploadItem } from '#offline';
import { dayOf, longDate } from '#lib/dates';
import { inDong } from '#lib/money';
import { CheckBox } from '#ui/check';
import { ErrorSummary, focusField } from '#ui/error-summary';
import { Screen } from '#ui/screen';
import { StepHead } from '#ui/step-head';
import { useLanguage, useTexts } from '#ui/texts';
import { faultsBeforeSending, filesToSend, papersWithFiles } from '../papers';
import { isBusy, useSending } from '../sending';
import { stepOfFault, type Step } from '../steps';
import { submitTexts } from '../submit-texts';
import type { Place } from './page-step';
import { SendFoot } from './send-foot';
import { SendingNotice } from './sending-notice';

interface ReviewStepProps {
  draft: Draft;
  filling: Filling;
  answers: Answers;
  items: readonly UploadItem[];
  keeper: DraftKeeper;
  save: SaveState;
  steps: readonly Step[];
  place: Place;
  /** Stands below everything. */
  help: ReactNode;
  /** Answers of an older form. */
  old: ReactNode;
  /** Opens a step that leads back here. */
  onEdit: (stepId: string) => void;
}

/** All answers with their "Sửa", papers, fee, the declaration (never ticked beforehand), and sending. */
export function ReviewStep({
  draft,
  filling,
  answers,
  items,
  keeper,
  save,
  steps,
  place,
  help,
  old,
  onEdit,
}: ReviewStepProps) {
  const draftId = draft.id;
  const t = useTexts(submitTexts);
  const language = useLanguage();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [faults, setFaults] = useState<readonly ShownFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { sending, send, check, say } = useSending({
    onArrived: keeper.sent,
    onClash(theirs) {
      const clash = keeper.clash(theirs);
      // What is declared is declared of what was read.
      if (clash.met !== 'same') setTicked([]);
      return clash;
    },
  });
  const { form } = filling;
  const papers = papersWithFiles(form, answers, items);
  const busy = isBusy(sending);
  const shown: readonly ShownFault[] =
    sending.state === 'refused' ? sending.fields.map(({ path, message }) => ({ path, text: message })) : faults;

  const trySending = async (): Promise<void> => {
    const found = faultsBeforeSending(filling, { answers, items, ticked, language });
    setFaults(found);
    setAttempt((count) => count + 1);
    if (found.length > 0) {
      say({ state: 'ready' });
      return;
    }
    // Only what the server has can be sent.
    const saved = await keeper.flush();
    const now = keeper.save.get();
    if (!saved) {
      if (now.state === 'failed') say({ state: 'failed', error: now.error });
      else if (now.state === 'offline') say({ state: 'offline' });
      return;
    }
    await send({ draftId, rev: keeper.rev(), files: filesToSend(papers), declaration: [...ticked] });
    setAttempt((count) => count + 1);
  };

  /** Faults are mended on their own step; the words go along. */
  const openFault = (path: string): boolean => {
    const step = stepOfFault(steps, path);
    if (step === undefined) return false;
    filling.show(shown.filter((fault) => stepOfFault(steps, fault.path)?.id === step.id));
    onEdit(step.id);
    // After the other step is drawn and its summary has taken focus.
    setTimeout(() => {
      focusField(path);
    }, 100);
    return true;
  };

  return (
    <Screen
      title={t.review}
      heading={(h1) => <StepHead {...place}>{h1}</StepHead>}
      busy={busy}
      foot={
        <SendFoot
          save={save}
          sending={sending}
          verb={t.send}
          onSend={() => void trySending()}
          onCheck={() => void check(draftId)}
        />
      }
    >
      {shown.length === 0 ? null : (
        <ErrorSummary
          attempt={attempt}
          lines={shown.map(({ path, text }) => ({ fieldId: path, text }))}
          onOpen={openFault}
        />
      )}
      {save.state === 'saved' ? <p className="sub mt-3">{t.keptUntil(longDate(dayOf(save.until), language))}</p> : null}
      {old}
      <ReviewBlocks blocks={answersInWords(answers, { form, communes: filling.communes, language })} onEdit={onEdit} />
      {papers.some(({ paper }) => paper.handling === 'upload') ? (
        <ReviewCard
          block={{
            title: t.papers,
            lines: papers
              .filter(({ paper, items: files }) => paper.handling === 'upload' && (paper.required || files.length > 0))
              .map(({ paper, items: files }) => ({
                label: paper.name,
                value: files.length === 0 ? t.noFiles : t.filesLine(files.length),
              })),
          }}
          onEdit={() => {
            onEdit('papers');
          }}
        />
      ) : null}
      <Fee filling={filling} answers={answers} />
      {form.sample ? <p className="sub mt-4">{t.sample}</p> : null}
      <fieldset className="mt-4">
        <legend className="unseen">{t.declaration}</legend>
        {form.declaration.map(({ id, label }) => (
          <CheckBox
            key={id}
            checked={ticked.includes(id)}
            ties={{
              id: `declaration.${id}`,
              'aria-invalid': shown.some(({ path }) => path === `declaration.${id}`) ? true : undefined,
            }}
            onChange={(checked) => {
              setTicked(checked ? [...ticked, id] : ticked.filter((one) => one !== id));
              setFaults(faults.filter(({ path }) => path !== `declaration.${id}`));
            }}
          >
            {label}
          </CheckBox>
        ))}
      </fieldset>
      <SendingNotice sending={sending} save={save} />
      {help}
    </Screen>
  );
}

function Fee({ filling, answers }: { filling: Filling; answers: Answers }) {
  const t = useTexts(submitTexts);
  const fee = feeFor(filling.form, answers);
  const amount = fee?.amountVnd;
  return (
    <p className="mt-4">
      {t.fee}:{' '}
      <b>{amount === null ? t.feeUnknown : amount === undefined || amount === 0 ? t.feeNone : inDong(amount)}</b>
      {fee === undefined ? null : <span className="sub block">{fee.text}</span>}
    </p>
  );
}
