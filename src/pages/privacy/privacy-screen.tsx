import { useState } from 'react';
import { useOperation } from '#api';
import { useLink } from '#auth';
import { paths } from '#nav';
import { Coming } from '#ui/coming';
import { LoginAgain } from '#ui/login-again';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { Consents } from './parts/consents';
import { EraseConfirm } from './parts/erase-confirm';
import { EraseOffer } from './parts/erase-offer';
import { Readers } from './parts/readers';
import { TakeAlong } from './parts/take-along';
import { texts } from './texts';

/** While a copy is being made. */
const lookMs = 3_000;

/** What I agreed to, who looked at what is mine, taking it along, and being forgotten here. */
export default function PrivacyScreen() {
  const t = useTexts(texts);
  const [erasing, setErasing] = useState(false);
  const [making, setMaking] = useState(false);
  const linking = useLink(paths.privacy());
  const { data, error, loading, reload } = useOperation('readPrivacy', {}, making ? { pollMs: lookMs } : {});
  const isMaking = data?.export?.state === 'making';
  if (isMaking !== making) setMaking(isMaking);

  if (data === undefined) {
    return (
      <Screen title={t.title} lead={t.lead}>
        <Coming error={loading ? undefined : error} reload={reload} label={t.loading} failed={t.failed}>
          {t.failedMore}
        </Coming>
      </Screen>
    );
  }
  const { login } = data;
  const tooOld = login.minutes > 0 && login.until === null;
  if (erasing && !tooOld) return <EraseConfirm onKeep={() => setErasing(false)} onRefused={reload} />;
  return (
    <Screen title={t.title} lead={t.lead}>
      <Consents consents={data.consents} />
      <Readers readings={data.readings} />
      {tooOld ? (
        <LoginAgain title={`${t.take} · ${t.erase}`} linking={linking}>
          {t.loginMore(login.minutes)}
        </LoginAgain>
      ) : (
        <>
          <TakeAlong copy={data.export} onAsked={reload} />
          <EraseOffer onLook={() => setErasing(true)} />
        </>
      )}
    </Screen>
  );
}
