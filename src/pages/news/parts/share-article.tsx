import { useState } from 'react';
import { paths } from '#nav';
import { Button } from '#ui/button';
import { submitIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { sharePlace } from '#zalo';
import { texts } from '../texts';

type Outcome = 'asking' | 'shared' | 'notShared' | 'shareFailed';

/** Sends the link to an article to friends, by Zalo's own sheet. */
export function ShareArticle({ slug }: { slug: string }) {
  const t = useTexts(texts);
  const [outcome, setOutcome] = useState<Outcome>();
  const share = (): void => {
    setOutcome('asking');
    void sharePlace(paths.article({ slug })).then(
      ({ refused }) => setOutcome(refused === undefined ? 'shared' : 'notShared'),
      () => setOutcome('shareFailed'),
    );
  };
  const failed = outcome === 'shareFailed';
  return (
    <div className="mt-3 grid gap-3">
      <Button look="second" icon={submitIcon} busy={outcome === 'asking'} onClick={share}>
        {outcome === 'asking' ? t.sharing : t.share}
      </Button>
      {outcome === undefined || outcome === 'asking' ? null : (
        <Notice tone={failed ? 'bad' : outcome === 'shared' ? 'ok' : 'neutral'} role={failed ? 'alert' : 'status'}>
          {t[outcome]}
        </Notice>
      )}
    </div>
  );
}
