import { useMemo, useState } from 'react';
import { levelOf, retryAuth, useIdentity, type Identity } from '#auth';
import { loadCode } from '#lib/load-code';
import { defineTexts } from '#lib/texts';
import { useHere } from '#nav';
import { OpenInZalo } from '#ui/open-in-zalo';
import { Screen } from '#ui/screen';
import { ShellProvider, useShell, type Shell } from '#ui/shell';
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
const contactScreen = () => import('./step-up/contact-screen');
const citizenScreen = () => import('./step-up/citizen-screen');
const askContact = () => loadCode(contactScreen);
const askCitizen = () => loadCode(citizenScreen);

/** What stands at the screen's place. */
type Shown = 'screen' | 'waiting' | 'unreachable' | 'contact' | 'citizen';

function shownTo(identity: Identity, { level: needed, worksOffline }: AnyScreen): Shown {
  const level = levelOf(identity);
  if (level >= needed) return 'screen';
  if (identity.state === 'unknown') return 'waiting';
  if (identity.state === 'unreachable') return worksOffline === true ? 'screen' : 'unreachable';
  return level === 0 ? 'contact' : 'citizen';
}

/** When something else comes to stand at the same address, that is an arrival too: focus follows, and it is heard. */
function useArrivalOf(shown: Shown): Shell {
  const shell = useShell();
  const { key } = shell.arrival;
  const [first, setFirst] = useState({ key, shown });
  if (first.key !== key) setFirst({ key, shown });
  const changed = first.key === key && first.shown !== shown;
  return useMemo(
    () => (changed ? { ...shell, arrival: { key: `${key} ${shown}`, moved: true } } : shell),
    [shell, key, shown, changed],
  );
}

/**
 * Stands before every screen, outside its code: below the screen's level nothing of it is fetched and nothing asked.
 * What is shown instead raises the level in place; afterwards the same path shows the screen.
 */
export function Gate({ screen }: { screen: AnyScreen }) {
  const identity = useIdentity();
  const shown = shownTo(identity, screen);
  return (
    <ShellProvider value={useArrivalOf(shown)}>
      <Guarded screen={screen} identity={identity} shown={shown} />
    </ShellProvider>
  );
}

function Guarded({ screen, identity, shown }: { screen: AnyScreen; identity: Identity; shown: Shown }) {
  const t = useTexts(texts);
  const title = screen.title[useLanguage()];
  const here = useHere();
  if (shown === 'screen') return <LazyScreen load={screen.load} title={title} />;
  if (shown === 'unreachable' && identity.state === 'unreachable') {
    return (
      <Screen title={title}>
        {identity.error.code === 'outside-zalo' ? (
          <>
            <Failure error={identity.error} />
            <OpenInZalo path={here} />
          </>
        ) : (
          <>
            <Failure error={identity.error} onRetry={retryAuth} />
            <Reopen />
          </>
        )}
      </Screen>
    );
  }
  if (shown === 'waiting') {
    return (
      <Screen title={title} busy>
        <Loading label={t.recognising} onRetry={retryAuth} />
      </Screen>
    );
  }
  const [load, asked] = shown === 'contact' ? [askContact, t.contact] : [askCitizen, t.citizen];
  return (
    <StepUpReasonProvider value={{ why: screen.why, title: screen.title, needed: screen.level }}>
      <LazyScreen key={asked} load={load} title={asked} />
    </StepUpReasonProvider>
  );
}
