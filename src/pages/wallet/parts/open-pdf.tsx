import { useEffect, useState } from 'react';
import { useAct } from '#api';
import { saveToPhone, showPdf } from '#zalo';
import { OpenPaper } from '#ui/open-paper';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** The viewer answers when it opens; what it fetches is in the log a moment later. */
const fetchedMs = 3_000;

interface OpenPdfProps {
  id: string;
  title: string;
  onChange: () => void;
}

/** Opens the document's PDF; afterwards the log is read again. */
export function OpenPdf({ id, title, onChange }: OpenPdfProps) {
  const t = useTexts(texts);
  const opening = useAct('openDocument');
  const [tries, setTries] = useState(0);

  useEffect(() => {
    if (tries === 0) return undefined;
    const timer = setTimeout(onChange, fetchedMs);
    return () => clearTimeout(timer);
  }, [tries, onChange]);

  return (
    <OpenPaper
      label={t.show}
      issue={async () => (await opening.run({ params: { documentId: id } }))?.url}
      error={opening.error}
      show={(url) => showPdf(url, title)}
      save={saveToPhone}
      onTried={() => {
        setTries((count) => count + 1);
        // It is in the log now; or the login got too old, and that is shown instead.
        onChange();
      }}
    />
  );
}
