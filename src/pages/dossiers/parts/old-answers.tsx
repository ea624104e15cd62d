import { useMemo, useState } from 'react';
import { formIn, type FormDefinition } from '@dvc/contract/forms';
import { useOperation } from '#api';
import { oldAnswerInWords, type CommuneIndex } from '#forms';
import type { OldAnswer } from '#offline';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import { useLanguage, useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';

interface OldAnswersProps {
  procedureCode: string;
  communes: CommuneIndex;
  /** The form became a newer one just now: said even when everything found its place. */
  isNew: boolean;
  oldAnswers: readonly OldAnswer[];
  onChange: (kept: readonly OldAnswer[]) => void;
}

/** Answers of an older form that found no place in the newer one: shown to be copied, kept until the person drops them. */
export function OldAnswers({ procedureCode, communes, isNew, oldAnswers, onChange }: OldAnswersProps) {
  const t = useTexts(submitTexts);
  const [before, setBefore] = useState<readonly OldAnswer[]>();
  const [isBack, setIsBack] = useState(false);
  const versions = [...new Set(oldAnswers.map(({ version }) => version))];
  return (
    <>
      {isNew ? (
        <div className="mt-4">
          <Notice tone="info" role="status" title={t.newForm}>
            {oldAnswers.length === 0 ? t.newFormAll : t.newFormSome}
          </Notice>
        </div>
      ) : null}
      {versions.length === 0 ? null : (
        <details className="card mt-4" open={isNew || isBack ? true : undefined}>
          <summary className="flex min-h-tap items-center font-semibold text-brand">
            {t.oldAnswers(oldAnswers.length)}
          </summary>
          <p className="sub">{t.oldAnswersMore}</p>
          {versions.map((version) => (
            <OfVersion
              key={version}
              {...{ procedureCode, communes, version }}
              oldAnswers={oldAnswers.filter((one) => one.version === version)}
              onDrop={(dropped) => {
                setBefore(oldAnswers);
                onChange(oldAnswers.filter((one) => one !== dropped));
              }}
            />
          ))}
        </details>
      )}
      {before === undefined ? null : (
        <div className="mt-3" role="status">
          <p>{t.oldDropped}</p>
          <Button
            look="text"
            size="small"
            onClick={() => {
              onChange(before);
              setIsBack(true);
              setBefore(undefined);
            }}
          >
            {t.undo}
          </Button>
        </div>
      )}
    </>
  );
}

interface OfVersionProps extends Pick<OldAnswersProps, 'procedureCode' | 'communes' | 'oldAnswers'> {
  version: string;
  onDrop: (dropped: OldAnswer) => void;
}

/** Read in the words of the form they were written in. */
function OfVersion({ procedureCode, communes, version, oldAnswers, onDrop }: OfVersionProps) {
  const language = useLanguage();
  const { data } = useOperation('readForm', { params: { procedureCode, version } });
  const form = useMemo(
    () => (data === undefined ? undefined : formIn(data as unknown as FormDefinition, language)),
    [data, language],
  );
  return oldAnswers.map((answer) => {
    const { label, value } = oldAnswerInWords(answer, { form, communes, language });
    return (
      <Line
        key={answer.path}
        label={label}
        value={value}
        onDrop={() => {
          onDrop(answer);
        }}
      />
    );
  });
}

/** Web views differ in whether a page may write to the clipboard; the words can always be marked by hand. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function Line({ label, value, onDrop }: { label: string; value: string; onDrop: () => void }) {
  const t = useTexts(submitTexts);
  const [outcome, setOutcome] = useState<string>();
  const copy = async (): Promise<void> => {
    setOutcome((await copied(value)) ? t.copied : t.copyByHand);
  };
  return (
    <div className="mt-3">
      <p className="sub">{label}</p>
      <p className="select-text break-words">{value}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button look="second" size="small" aria-label={t.copyOf(label)} onClick={() => void copy()}>
          {t.copy}
        </Button>
        <Button look="text" size="small" aria-label={t.dropOldOf(label)} onClick={onDrop}>
          {t.dropOld}
        </Button>
      </div>
      <p className="sub" role="status">
        {outcome}
      </p>
    </div>
  );
}
