import { useState } from 'react';
import { startLink } from '#auth';
import { province } from '#config';
import { toAppError, type AppError } from '#api';
import { Button } from '#ui/button';
import { lockIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** The content waits for a login that is recent; afterwards the app opens this document again. */
export function LoginAgain({ minutes, returnTo }: { minutes: number; returnTo: string }) {
  const t = useTexts(texts);
  const { name } = province.identity;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  const login = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await startLink(returnTo);
    } catch (failure) {
      setError(toAppError(failure));
    }
    setBusy(false);
  };
  return (
    <section className="stack mt-5">
      <Notice icon={lockIcon} title={t.loginTitle(name)}>
        {t.login(minutes)}
      </Notice>
      {error === undefined ? null : <FailedAct error={error} />}
      <Button busy={busy} onClick={() => void login()}>
        {busy ? t.loggingIn(name) : t.loginNow(name)}
      </Button>
    </section>
  );
}
