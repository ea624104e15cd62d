import { useState } from 'react';
import type { FormPage } from '@dvc/contract/forms';
import { readVietQr } from '@dvc/contract/vietqr';
import type { Filling } from '#forms';
import { Button } from '#ui/button';
import { qrIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { scanQr } from '#zalo';
import { registerTexts } from '../register-texts';

type Told = 'scanned' | 'otherCode' | 'otherBank' | 'scanFailed';

/** Fills bank and account number in from the code a shop already has. Whatever goes wrong, typing is left. */
export function ScanAccount({ filling, page }: { filling: Filling; page: FormPage }) {
  const t = useTexts(registerTexts);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  const read = (text: string): Told => {
    const account = readVietQr(text);
    if (account === undefined) return 'otherCode';
    if (filling.form.lists['banks']?.some(({ value }) => value === account.bin) !== true) return 'otherBank';
    for (const [field, value] of [
      ['bank', account.bin],
      ['accountNumber', account.accountNumber],
    ] as const) {
      filling.methods.setValue(field, value, { shouldDirty: true });
      filling.changed(page, field);
    }
    return 'scanned';
  };
  const scan = async (): Promise<void> => {
    setBusy(true);
    setTold(undefined);
    try {
      const { answer } = await scanQr();
      // Closing the scanner needs no words.
      if (answer !== undefined) setTold(read(answer));
    } catch {
      setTold('scanFailed');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="mt-4 grid gap-3">
      <p className="sub">{t.scanMore}</p>
      <Button look="second" icon={qrIcon} busy={busy} onClick={() => void scan()}>
        {busy ? t.scanning : t.scan}
      </Button>
      {told === undefined ? null : (
        <Notice role="status" tone={told === 'scanned' ? 'ok' : 'neutral'}>
          {t[told]}
        </Notice>
      )}
    </div>
  );
}
