import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { isEmpty, type Answers, type FormDefinition } from '@dvc/contract/forms';
import { callOperation } from '#api';
import { FormPageView, useAnswers, useFilling, type CommuneIndex, type ShownFault } from '#forms';
import { longDate } from '#lib/dates';
import { paths, useLeaveWork } from '#nav';
import { forgetPlace, rememberPlace, useDraftKeeper, useSaveState, useUploads } from '#offline';
import { ErrorSummary } from '#ui/error-summary';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { faultsBeforeSending, filesToSend, paperFaults, papersWithFiles } from '../papers';
import { isBusy, useSending, type Parcel } from '../sending';
import { supplementTexts } from '../supplement-texts';
import { ConflictView } from './conflict-view';
import { PaperFiles } from './paper-files';
import { SendFoot } from './send-foot';
import { SendingNotice } from './sending-notice';

interface FillSupplementProps {
  dossierId: string;
  task: Schemas['SupplementTask'];
  form: FormDefinition;
  communes: CommuneIndex;
}

const page = 'bo-sung';
const isOfField = ({ path }: ShownFault): boolean => !path.startsWith('papers.');
const inWords = (fields: readonly Schemas['FieldProblem'][]): ShownFault[] =>
  fields.map(({ path, message }) => ({ path, text: message }));

/** Answers and papers below each other; saved as they are written, like any draft. */
export function FillSupplement({ dossierId, task, form, communes }: FillSupplementProps) {
  const t = useTexts(supplementTexts);
  const language = useLanguage();
  const leave = useLeaveWork();
  const { draft, supplement } = task;
  const params = { dossierId };
  const keeper = useDraftKeeper(draft, ({ rev, answers }) =>
    callOperation('saveSupplement', { params, body: { requestId: draft.id, rev, answers } }),
  );
  const save = useSaveState(keeper);
  const { uploads, items } = useUploads(
    draft,
    keeper,
    async () => (await callOperation('readSupplement', { params })).draft.files,
  );
  const begun = useMemo(() => keeper.work(), [keeper]);
  const filling = useFilling({ form, communes, answers: begun.answers, prefilled: [] });
  const answers = useAnswers(filling);
  const [ownTroubles, setOwnTroubles] = useState<readonly ShownFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { sending, send, check, say } = useSending({
    onArrived: keeper.sent,
    onClash: keeper.clash,
    deliver: async ({ rev, files }: Parcel, key: string) => {
      const headers = { 'Idempotency-Key': key };
      const body = { requestId: draft.id, rev, files };
      return (await callOperation('sendSupplement', { params, headers, body })).dossierId;
    },
    look: () => callOperation('readSupplement', { params }),
  });

  useEffect(() => {
    keeper.change({ answers, oldAnswers: [], page });
  }, [keeper, answers]);
  useEffect(() => {
    rememberPlace(paths.supplement({ id: dossierId }));
    return forgetPlace;
  }, [dossierId]);
  const isSent = save.state === 'sent';
  useEffect(() => {
    if (isSent) leave(paths.dossier({ id: dossierId }));
  }, [isSent, leave, dossierId]);

  const take = useCallback(
    (choice: 'mine' | 'theirs') => {
      const theirs = keeper.settle(choice);
      if (theirs === undefined) return;
      filling.replace(theirs.answers as Answers);
      uploads.learn(theirs.files);
    },
    [keeper, filling, uploads],
  );
  const isBehind = save.state === 'behind';
  useEffect(() => {
    if (isBehind) take('theirs');
  }, [isBehind, take]);
  const refused = sending.state === 'refused' ? sending.fields : undefined;
  const { show } = filling;
  useEffect(() => {
    if (refused !== undefined) show(inWords(refused).filter(isOfField));
  }, [refused, show]);

  if (save.state === 'conflict') {
    return <ConflictView filling={filling} mine={save.mine} theirs={save.theirs} onSettle={take} />;
  }
  const paperTroubles = (refused === undefined ? ownTroubles : inWords(refused)).filter((one) => !isOfField(one));
  const troubles = [...filling.faults, ...paperTroubles];
  const papers = papersWithFiles(form, answers, items);
  const isOpenAsked = supplement.items.every(({ reason }) => reason === null);
  const [first] = supplement.items;

  const trySending = async (): Promise<void> => {
    const found = faultsBeforeSending(filling, { answers, items, ticked: [], language });
    const files = filesToSend(papers);
    if (found.length === 0 && files.length === 0 && Object.values(answers).every(isEmpty)) {
      found.push({ path: `papers.${first?.id ?? ''}`, text: t.nothing });
    }
    filling.show(found.filter(isOfField));
    setOwnTroubles(found);
    setAttempt((count) => count + 1);
    if (found.length > 0) {
      say({ state: 'ready' });
      return;
    }
    const saved = await keeper.flush();
    const now = keeper.save.get();
    // Only what the server has can be sent.
    if (saved) await send({ draftId: draft.id, rev: keeper.rev(), files, declaration: [] });
    else if (now.state === 'failed') say({ state: 'failed', error: now.error });
    else if (now.state === 'offline') say({ state: 'offline' });
    setAttempt((count) => count + 1);
  };

  const busy = isBusy(sending);
  const [fields] = form.pages;
  const standing = paperFaults(form, answers, items);
  return (
    <Screen
      title={t.title}
      eyebrow={draft.procedureName}
      busy={busy}
      foot={
        <SendFoot
          save={save}
          sending={sending}
          verb={t.send}
          onSend={() => void trySending()}
          onCheck={() => void check(draft.id)}
        />
      }
    >
      {troubles.length === 0 ? null : (
        <ErrorSummary
          attempt={attempt + filling.attempt}
          lines={troubles.map(({ path, text }) => ({ fieldId: path, text }))}
        />
      )}
      {supplement.note === null ? null : (
        <p className="mt-3">
          <b>{t.asks(supplement.by)}</b> {supplement.note}
        </p>
      )}
      <p className="mt-2">
        {isOpenAsked ? t.either : supplement.note === null ? `${t.count(supplement.items.length)}.` : null}{' '}
        {supplement.answerBy === null ? t.noDay : t.until(longDate(supplement.answerBy, language))}
      </p>
      <p className="sub mt-2">{t.once}</p>
      {fields === undefined ? null : <FormPageView filling={filling} page={fields} summed />}
      {papers.map(({ paper, items: files }) => (
        <PaperFiles
          key={paper.id}
          paper={paper}
          items={files}
          uploads={uploads}
          fault={attempt > 0 ? standing.find(({ path }) => path === `papers.${paper.id}`) : undefined}
        />
      ))}
      <SendingNotice sending={sending} save={save} of="supplement" />
    </Screen>
  );
}
