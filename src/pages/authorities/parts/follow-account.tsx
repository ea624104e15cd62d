import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { province } from '#config';
import { Button } from '#ui/button';
import { bellIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { followAccount } from '#zalo';
import { Quoting } from '#ui/in-vietnamese';
import { texts } from '../texts';

type Outcome = 'asking' | 'followed' | 'refused' | 'failed';

/** Offered at the end of what somebody came to read, never before; Zalo's own sheet asks. */
export function FollowAccount({ authority: { name, oaId } }: { authority: Schemas['Authority'] }) {
  const t = useTexts(texts);
  const [outcome, setOutcome] = useState<Outcome>();
  const follow = (): void => {
    setOutcome('asking');
    void followAccount(oaId ?? province.zalo.oaId).then(
      ({ refused }) => {
        setOutcome(refused === undefined ? 'followed' : 'refused');
      },
      () => {
        setOutcome('failed');
      },
    );
  };
  const said = { followed: t.followed, refused: t.notFollowed, failed: t.followFailed };
  return (
    <section className="sec">
      <h2>{t.followTitle}</h2>
      <p>
        {oaId === null ? (
          <Quoting text={t.followProvince(province.fullName)} words={province.fullName} />
        ) : (
          <Quoting text={t.followOwn(name)} words={name} />
        )}
      </p>
      {outcome === 'followed' ? null : (
        <div className="mt-3">
          <Button look="second" icon={bellIcon} busy={outcome === 'asking'} onClick={follow}>
            {outcome === 'asking' ? t.following : t.follow}
          </Button>
        </div>
      )}
      {outcome === undefined || outcome === 'asking' ? null : (
        <div className="mt-3">
          <Notice
            tone={outcome === 'followed' ? 'ok' : outcome === 'failed' ? 'bad' : 'neutral'}
            role={outcome === 'failed' ? 'alert' : 'status'}
          >
            {said[outcome]}
          </Notice>
        </div>
      )}
    </section>
  );
}
