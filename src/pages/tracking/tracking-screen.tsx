import { useEffect, useState } from 'react';
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
  const { ma = '', dau = '' } = usePlace(paths.track).query;
  return <Tracking key={`${ma} ${dau}`} code={ma} seal={dau} />;
}

function Tracking({ code, seal }: { code: string; seal: string }) {
  const t = useTexts(texts);
  const { run, busy, error } = useAct('trackDossier');
  const [found, setFound] = useState<OperationOutput<'trackDossier'>>();
  // A receipt's QR code, scanned by any camera, leads here; looking is all that it does.
  const [asked, setAsked] = useState<Question | undefined>(() => sealedQuestion(code, seal));
  useEffect(() => {
    if (asked === undefined) return undefined;
    let left = false;
    void run({ body: asked }).then((answer) => {
      if (!left) setFound(answer);
    });
    return () => {
      left = true;
    };
  }, [asked, run]);

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
  const sealed = asked !== undefined && 'seal' in asked;
  const known = sealed ? asked.code : code;
  return (
    <Screen title={t.title} lead={t.lead} busy={busy}>
      <ScanButton onQuestion={setAsked} />
      <AskForm key={known} known={known} busy={busy} error={error} sealed={sealed} onAsk={setAsked} />
    </Screen>
  );
}
