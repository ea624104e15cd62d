import { useLink } from '#auth';
import { province } from '#config';
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
  const { link, busy, error } = useLink(returnTo);
  return (
    <section className="stack mt-5">
      <Notice icon={lockIcon} title={t.loginTitle(name)}>
        {t.login(minutes)}
      </Notice>
      {error === undefined ? null : <FailedAct error={error} />}
      <Button busy={busy} onClick={link}>
        {busy ? t.loggingIn(name) : t.loginNow(name)}
      </Button>
    </section>
  );
}
