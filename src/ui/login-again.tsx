import type { ReactNode } from 'react';
import { province } from '#config';
import type { AppError } from '#lib/app-error';
import { defineTexts } from '#lib/texts';
import { Button } from './button';
import { lockIcon } from './icons';
import { Notice } from './notice';
import { FailedAct } from './states';
import { useTexts } from './texts';

const { name: id } = province.identity;
const texts = defineTexts({
  vi: { title: `Cần đăng nhập lại ${id}`, login: `Đăng nhập ${id}`, opening: `Đang mở ${id}…` },
  en: { title: `Log in to ${id} again`, login: `Log in to ${id}`, opening: `Opening ${id}…` },
});

interface LoginAgainProps {
  title?: string;
  /** What of #auth opens the login, and brings the person back here. */
  linking: { link: () => void; busy: boolean; error: AppError | undefined };
  /** What waits for it, and why. */
  children: ReactNode;
}

/** In the place of what needs a login that is recent. */
export function LoginAgain({ title, linking: { link, busy, error }, children }: LoginAgainProps) {
  const t = useTexts(texts);
  return (
    <section className="stack mt-5">
      <Notice icon={lockIcon} title={title ?? t.title}>
        {children}
      </Notice>
      {error === undefined ? null : <FailedAct error={error} />}
      <Button busy={busy} onClick={link}>
        {busy ? t.opening : t.login}
      </Button>
    </section>
  );
}
