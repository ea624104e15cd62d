import { useState } from 'react';
import { Button } from '#ui/button';
import { qrIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { scanQr } from '#zalo';
import { readScanned, type Question } from '../scanned';
import { texts } from '../texts';

/** Scans the receipt. Whatever goes wrong, typing is left. */
export function ScanButton({ onQuestion }: { onQuestion: (question: Question) => void }) {
  const t = useTexts(texts);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const scan = async (): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const { answer } = await scanQr();
      // Closing the scanner needs no words.
      if (answer === undefined) return;
      const { question } = readScanned(answer);
      if (question === undefined) setTrouble(t.otherCode);
      else onQuestion(question);
    } catch {
      setTrouble(t.scanFailed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="mt-4 grid gap-3">
      <Button look="second" icon={qrIcon} busy={busy} onClick={() => void scan()}>
        {busy ? t.scanning : t.scan}
      </Button>
      {trouble === undefined ? null : <Notice role="status">{trouble}</Notice>}
    </div>
  );
}
