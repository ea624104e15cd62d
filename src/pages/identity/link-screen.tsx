import { useEffect, useState } from 'react';
import { finishLink, rememberedReturn, type LinkOutcome } from '#auth';
import { province } from '#config';
import { errorWords } from '#lib/error-words';
import { paths, readDeepLink, useGo, usePlace } from '#nav';
import { Button } from '#ui/button';
import { againIcon, phoneIcon, shieldIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { FailedAct, Loading } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { Ticks } from '#ui/ticks';
import { texts } from './texts';

type Shown = LinkOutcome | { state: 'finishing' } | { state: 'notLinked'; returnTo: string | undefined };

/** Somebody else's code: nothing happened, and the person should know what was tried on them. */
function Foreign() {
  const t = useTexts(texts);
  const { hotline } = province.contact;
  return (
    <Screen title={t.foreignTitle} lead={t.foreignLead} foot={<LinkButton to={paths.home()}>{t.home}</LinkButton>}>
      <div className="stack mt-4" role="alert">
        <Notice tone="bad" icon={shieldIcon}>
          {t.foreignSafe}
        </Notice>
        <Ticks kind="no" lines={t.foreign.map((text) => ({ text }))} />
        <p>{t.foreignSelf}</p>
        {hotline === undefined ? null : (
          <LinkButton look="text" icon={phoneIcon} to={`tel:${hotline}`}>
            {t.call(hotline)}
          </LinkButton>
        )}
      </div>
    </Screen>
  );
}

function WayBack({ returnTo }: { returnTo: string | undefined }) {
  const t = useTexts(texts);
  const to = returnTo === undefined ? paths.home() : readDeepLink(returnTo);
  return <LinkButton to={to}>{to === paths.home() ? t.home : t.resume}</LinkButton>;
}

/** Where the link from the provincial ID leads: finishes what was begun, then opens the place it was begun at. */
export default function LinkScreen() {
  const t = useTexts(texts);
  const language = useLanguage();
  const go = useGo();
  const { query } = usePlace(paths.link);
  const code = query.ma;
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState<Shown>({ state: 'finishing' });

  useEffect(() => {
    let wanted = true;
    const work: Promise<Shown> =
      code === undefined ? rememberedReturn().then((returnTo) => ({ state: 'notLinked', returnTo })) : finishLink(code);
    void work.then((outcome) => {
      if (!wanted) return;
      setShown(outcome);
      if (outcome.state === 'linked') go(readDeepLink(outcome.returnTo), { replace: true });
    });
    return () => {
      wanted = false;
    };
  }, [code, attempt, go]);

  switch (shown.state) {
    case 'foreign':
      return <Foreign />;
    case 'finishing':
      return (
        <Screen title={t.finishingTitle} lead={t.finishing} busy>
          <Loading label={t.finishing} rows={1} />
        </Screen>
      );
    case 'linked':
      return (
        <Screen title={t.linkedTitle} lead={t.linked}>
          {null}
        </Screen>
      );
    case 'notLinked':
      return (
        <Screen
          title={t.notLinkedTitle}
          lead={shown.returnTo === undefined ? t.notLinkedHome : t.notLinked}
          foot={<WayBack returnTo={shown.returnTo} />}
        >
          {null}
        </Screen>
      );
    case 'expired':
      return (
        <Screen
          title={t.expiredTitle}
          lead={errorWords(shown.error, language).body}
          foot={<WayBack returnTo={shown.returnTo} />}
        >
          {null}
        </Screen>
      );
    case 'failed':
      return (
        <Screen
          title={t.failedTitle}
          foot={
            <Button
              icon={againIcon}
              onClick={() => {
                setShown({ state: 'finishing' });
                setAttempt(attempt + 1);
              }}
            >
              {t.retry}
            </Button>
          }
        >
          <div className="mt-4">
            <FailedAct error={shown.error} />
          </div>
        </Screen>
      );
  }
}
