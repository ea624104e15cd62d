import { useEffect, useState } from 'react';
import { province } from '#config';
import { Icon } from '#ui/icon';
import { shieldIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';
import type { SignedReceipt, Verdict } from '../verify-receipt';

/** The server's signature, checked by the phone where it can; the check's code comes after the receipt is on screen. */
export function Seal({ receipt }: { receipt: SignedReceipt }) {
  const t = useTexts(texts);
  const [verdict, setVerdict] = useState<Verdict>();
  useEffect(() => {
    let left = false;
    void import('../verify-receipt')
      .then(({ verifyReceipt }) => verifyReceipt(receipt))
      .catch((): Verdict => 'unverifiable')
      .then((found) => {
        if (!left) setVerdict(found);
      });
    return () => {
      left = true;
    };
  }, [receipt]);
  if (verdict === 'forged') {
    return (
      <Notice tone="bad" role="alert" title={t.forgedTitle}>
        {t.forged}
      </Notice>
    );
  }
  return (
    <div className="flex gap-2.5">
      <Icon of={shieldIcon} />
      <div>
        <p>{t.signed(receipt.files.length)}</p>
        <p className="sub" role="status">
          {verdict === undefined
            ? t.verifying
            : verdict === 'genuine'
              ? t.genuine
              : t.unverifiable(`${province.api.origin}/.well-known/jwks.json`)}
        </p>
      </div>
    </div>
  );
}
