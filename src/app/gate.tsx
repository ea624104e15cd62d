import { levelOf, retryAuth, useIdentity } from '#auth';
import { defineTexts } from '#lib/texts';
import { Screen } from '#ui/screen';
import { Failure, Loading } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { LazyScreen } from './lazy-screen';
import { Reopen } from './reopen';
import type { AnyScreen } from './screens';
import { StepUpReasonProvider } from './step-up/reason';

const texts = defineTexts({
  vi: {
    recognising: 'Đang nhận ra bạn qua Zalo…',
    contact: 'Cần số điện thoại của bạn',
    citizen: 'Liên kết tài khoản',
  },
  en: {
    recognising: 'Recognising you through Zalo…',
    contact: 'Your phone number is needed',
    citizen: 'Link your account',
  },
});

// Not among the modules' screens: the gate shows them in place, at whatever path is open.
const askContact = () => import('./step-up/contact-screen');
const askCitizen = () => import('./step-up/citizen-screen');

/**
 * Stands before every screen, outside its code: below the screen's level nothing of it is fetched and nothing asked.
 * What is shown instead raises the level in place; afterwards the same path shows the screen.
 */
export function Gate({ screen }: { screen: AnyScreen }) {
  const t = useTexts(texts);
  const title = screen.title[useLanguage()];
  const identity = useIdentity();
  const level = levelOf(identity);

  if (level >= screen.level) return <LazyScreen load={screen.load} title={title} />;
  if (identity.state === 'unknown') {
    return (
      <Screen title={title} busy>
        <Loading label={t.recognising} onRetry={retryAuth} />
      </Screen>
    );
  }
  if (identity.state === 'unreachable') {
    return (
      <Screen title={title}>
        <Failure error={identity.error} onRetry={retryAuth} />
        <Reopen />
      </Screen>
    );
  }
  const [load, asked] = level === 0 ? [askContact, t.contact] : [askCitizen, t.citizen];
  return (
    <StepUpReasonProvider value={{ why: screen.why, title: screen.title, needed: screen.level }}>
      <LazyScreen key={asked} load={load} title={asked} />
    </StepUpReasonProvider>
  );
}
