import { useState } from 'react';
import { province } from '#config';
import { Button } from '#ui/button';
import { bellIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { followAccount } from '#zalo';
import { choiceTexts } from '../choice-texts';

type Outcome = 'asking' | 'followed' | 'refused' | 'failed';

/** For whom Zalo's messages cannot reach: says so, and offers the one tap that mends it. Zalo's own sheet asks. */
export function FollowZalo() {
  const t = useTexts(choiceTexts);
  const [outcome, setOutcome] = useState<Outcome>();
  const follow = (): void => {
    setOutcome('asking');
    void followAccount(province.zalo.oaId).then(
      ({ refused }) => setOutcome(refused === undefined ? 'followed' : 'refused'),
      () => setOutcome('failed'),
    );
  };
  if (outcome === 'followed') {
    return (
      <Notice tone="ok" role="status">
        {t.followed}
      </Notice>
    );
  }
  return (
    <div className="stack">
      <Notice tone="act">{t.notFollowing}</Notice>
      <Button look="second" icon={bellIcon} busy={outcome === 'asking'} onClick={follow}>
        {outcome === 'asking' ? t.following : t.follow}
      </Button>
      {outcome === 'refused' ? <Notice role="status">{t.followRefused}</Notice> : null}
      {outcome === 'failed' ? (
        <Notice tone="bad" role="alert">
          {t.followFailed}
        </Notice>
      ) : null}
    </div>
  );
}
