import { useState } from 'react';
import { useOperation } from '#api';
import { Coming } from '#ui/coming';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { Consents } from './parts/consents';
import { EraseConfirm } from './parts/erase-confirm';
import { EraseOffer } from './parts/erase-offer';
import { LoginAgain } from './parts/login-again';
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
  const { data, error, loading, reload } = useOperation('readPrivacy', {}, making ? { pollMs: lookMs } : {});
  const isMaking = data?.export?.state === 'making';
  if (isMaking !== making) setMaking(isMaking);

  if (erasing) return <EraseConfirm onKeep={() => setErasing(false)} />;
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
  return (
    <Screen title={t.title} lead={t.lead}>
      <Consents consents={data.consents} />
      <Readers readings={data.readings} />
      {tooOld ? (
        <LoginAgain minutes={login.minutes} />
      ) : (
        <>
          <TakeAlong copy={data.export} onAsked={reload} />
          <EraseOffer onLook={() => setErasing(true)} />
        </>
      )}
    </Screen>
  );
}
