import { useRef, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { checkDeclaration, checkForm, faultWords, type Answers } from '@dvc/contract/forms';
import { tidyAccountNumber, vietQr } from '@dvc/contract/vietqr';
import { callOperation, problemOf, toAppError, AppError } from '#api';
import { answersInWords, oldAnswerInWords, ReviewBlocks, type Filling, type ShownFault } from '#forms';
import { sendingKey, type DraftKeeper, type SaveState } from '#offline';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { CheckBox } from '#ui/check';
import { ErrorSummary, focusField } from '#ui/error-summary';
import { offlineIcon, warningIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { Notice } from '#ui/notice';
import { QrCode } from '#ui/qr-code';
import { SaveLine } from '#ui/save-line';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { StepHead } from '#ui/step-head';
import { useLanguage, useTexts } from '#ui/texts';
import { registerTexts } from '../register-texts';
import { EndStore } from './end-store';

interface StoreReviewProps {
  known: Schemas['StoreRegistration'];
  filling: Filling;
  answers: Answers;
  keeper: DraftKeeper;
  save: SaveState;
  place: { step: number; steps: number };
  onEdit: (pageId: string) => void;
  onSent: (registration: Schemas['StoreRegistrationSummary']) => void;
}

/** The code of the account as it is written; undefined while there is none. */
function qrOf({ bank, accountNumber }: Answers): string | undefined {
  try {
    return vietQr({
      bin: typeof bank === 'string' ? bank : '',
      accountNumber: tidyAccountNumber(typeof accountNumber === 'string' ? accountNumber : ''),
    });
  } catch {
    return undefined;
  }
}

/** Silence, a gateway's page, half an answer: what happened on the server is not known. */
const isSilence = ({ kind, code }: AppError): boolean => kind === 'timeout' || kind === 'server' || code === 'http-503';

/** All answers with their "Sửa", the code made of them, what is agreed to (never ticked beforehand), and sending. */
export function StoreReview({ known, filling, answers, keeper, save, place, onEdit, onSent }: StoreReviewProps) {
  const t = useTexts(registerTexts);
  const language = useLanguage();
  const { form, communes, context } = filling;
  const storeId = known.draft.id;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [faults, setFaults] = useState<readonly ShownFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const underWay = useRef(false);

  const deliver = async (): Promise<void> => {
    // Only what the server has can be sent.
    const saved = await keeper.flush();
    const now = keeper.save.get();
    if (!saved) {
      if (now.state === 'failed') setFailure(now.error);
      else if (now.state === 'offline') setFailure(new AppError('offline'));
      return;
    }
    const rev = keeper.rev();
    try {
      const headers = { 'Idempotency-Key': await sendingKey(storeId, rev) };
      const body = { rev, declaration: [...ticked] };
      onSent(await callOperation('submitStoreRegistration', { params: { storeId }, headers, body }));
    } catch (thrown) {
      const error = toAppError(thrown);
      const problem = problemOf(error);
      // An earlier attempt whose answer was lost had arrived, perhaps with other ticks.
      if (problem?.code === 'draft-sent' || problem?.code === 'idempotency-conflict') keeper.sent(storeId);
      else if (problem?.code === 'draft-conflict' && problem.draft !== undefined) keeper.clash(problem.draft);
      else if (error.kind === 'invalid' && error.fields.length > 0) {
        setFaults(error.fields.map(({ path, message }) => ({ path, text: message })));
        setAttempt((count) => count + 1);
      } else setFailure(error);
    }
  };
  const send = async (): Promise<void> => {
    // Two taps are one act.
    if (underWay.current) return;
    const found = [...checkForm(form, answers, context), ...checkDeclaration(form, ticked)];
    setFaults(found.map((fault) => ({ path: fault.path, text: faultWords(fault, language) })));
    setAttempt((count) => count + 1);
    setFailure(undefined);
    if (found.length > 0) return;
    underWay.current = true;
    setBusy(true);
    await deliver();
    underWay.current = false;
    setBusy(false);
  };

  /** Faults are mended on their own page; the words go along. */
  const openFault = (path: string): boolean => {
    const pageOf = (one: string) => form.pages.find(({ fields }) => fields.some(({ id }) => id === one.split('.')[0]));
    const page = pageOf(path);
    if (page === undefined) return false;
    filling.show(faults.filter((fault) => pageOf(fault.path) === page));
    onEdit(page.id);
    // After the page is drawn and its summary has taken focus.
    setTimeout(() => {
      focusField(path);
    }, 100);
    return true;
  };
  const qr = qrOf(answers);
  const { oldAnswers } = keeper.work();
  return (
    <Screen
      title={t.review}
      heading={(h1) => <StepHead {...place}>{h1}</StepHead>}
      busy={busy}
      foot={
        <>
          <SaveLine save={save} />
          <Button busy={busy} onClick={() => void send()}>
            {busy ? t.sending : failure === undefined ? t.send : t.sendAgain}
          </Button>
        </>
      }
    >
      {faults.length === 0 ? null : (
        <ErrorSummary
          attempt={attempt}
          lines={faults.map(({ path, text }) => ({ fieldId: path, text }))}
          onOpen={openFault}
        />
      )}
      {oldAnswers.length === 0 ? null : (
        <Card title={t.old}>
          <KeyValues items={oldAnswers.map((old) => oldAnswerInWords(old, { form: undefined, communes, language }))} />
        </Card>
      )}
      <ReviewBlocks blocks={answersInWords(answers, { form, communes, language })} onEdit={onEdit} />
      {qr === undefined ? null : (
        <div className="mt-3">
          <Card title={t.qrTitle}>
            <QrCode text={qr} label={t.qrLabel} />
            <p className="sub">{t.qrMore}</p>
          </Card>
        </div>
      )}
      {form.sample ? <p className="sub mt-4">{t.sample}</p> : null}
      <fieldset className="mt-4">
        <legend className="unseen">{t.declaration}</legend>
        {form.declaration.map(({ id, label, required }) => (
          <CheckBox
            key={id}
            checked={ticked.includes(id)}
            ties={{
              id: `declaration.${id}`,
              'aria-invalid': faults.some(({ path }) => path === `declaration.${id}`) ? true : undefined,
            }}
            onChange={(checked) => {
              setTicked(checked ? [...ticked, id] : ticked.filter((one) => one !== id));
              setFaults(faults.filter(({ path }) => path !== `declaration.${id}`));
            }}
          >
            {required ? label : t.optional(label)}
          </CheckBox>
        ))}
      </fieldset>
      <div className="mt-4">{failure === undefined ? null : <NotSent error={failure} />}</div>
      {known.registration.state === 'draft' ? <EndStore id={storeId} state="draft" /> : null}
    </Screen>
  );
}

function NotSent({ error }: { error: AppError }) {
  const t = useTexts(registerTexts);
  if (error.kind === 'offline') {
    return (
      <Notice icon={offlineIcon} role="alert" title={t.offlineTitle}>
        {t.offline}
      </Notice>
    );
  }
  if (!isSilence(error)) return <FailedAct error={error} />;
  return (
    <Notice icon={warningIcon} role="alert" title={t.unknownTitle}>
      {t.unknown}
    </Notice>
  );
}
