import { useLink } from '#auth';
import { province } from '#config';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { lockIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** Taking along and deleting wait for a login that is recent; afterwards the app opens this screen again. */
export function LoginAgain({ minutes }: { minutes: number }) {
  const t = useTexts(texts);
  const { name } = province.identity;
  const { link, busy, error } = useLink(paths.privacy());
  return (
    <section className="stack mt-5">
      <Notice icon={lockIcon} title={`${t.take} · ${t.erase}`}>
        {t.loginMore(minutes)}
      </Notice>
      {error === undefined ? null : <FailedAct error={error} />}
      <Button busy={busy} onClick={link}>
        {busy ? t.loggingIn : t.login(name)}
      </Button>
    </section>
  );
}
