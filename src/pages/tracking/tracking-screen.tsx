import { useCallback, useEffect, useState } from 'react';
import { useAct, type OperationOutput } from '#api';
import { paths, usePlace } from '#nav';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { AskForm } from './parts/ask-form';
import { ScanButton } from './parts/scan-button';
import { TrackedView } from './parts/tracked-view';
import { sealedQuestion, type Question } from './scanned';
import { texts } from './texts';

/** Where a dossier stands, for whoever holds its code and four digits, or its receipt. What is typed stays out of the address. */
export default function TrackingScreen() {
  const t = useTexts(texts);
  const { ma, dau } = usePlace(paths.track).query;
  const act = useAct('trackDossier');
  const { run } = act;
  const [found, setFound] = useState<OperationOutput<'trackDossier'>>();
  const [asked, setAsked] = useState<Question>();

  const ask = useCallback(
    async (question: Question) => {
      setAsked(question);
      setFound(await run({ body: question }));
    },
    [run],
  );
  useEffect(() => {
    // A receipt's QR code, scanned by any camera, leads here; looking is all that it does.
    const question = sealedQuestion(ma, dau);
    if (question !== undefined) void ask(question);
  }, [ask, ma, dau]);

  if (found !== undefined) {
    return (
      <TrackedView
        dossier={found}
        onAnother={() => {
          setFound(undefined);
          setAsked(undefined);
        }}
      />
    );
  }
  return (
    <Screen title={t.title} lead={t.lead} busy={act.busy}>
      <ScanButton onQuestion={(question) => void ask(question)} />
      <AskForm
        known={asked?.code ?? ma ?? ''}
        busy={act.busy}
        error={act.error}
        sealed={asked !== undefined && 'seal' in asked}
        onAsk={(question) => void ask(question)}
      />
    </Screen>
  );
}
