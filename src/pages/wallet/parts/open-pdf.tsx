import { useEffect, useState } from 'react';
import { useAct } from '#api';
import { saveToPhone, showPdf } from '#zalo';
import { Button } from '#ui/button';
import { paperIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';
import { CopyLink } from './copy-link';

/** The viewer answers when it opens; what it fetches is in the log a moment later. */
const fetchedMs = 3_000;

type Way = 'show' | 'save' | 'copy';
type Outcome = { way: Way; went: boolean; url: string };

interface OpenPdfProps {
  id: string;
  title: string;
  onChange: () => void;
}

/** The PDF in Zalo's viewer; where this Zalo has none, saved to the phone; where that is refused too, as an address. */
export function OpenPdf({ id, title, onChange }: OpenPdfProps) {
  const t = useTexts(texts);
  const opening = useAct('openDocument');
  const [under, setUnder] = useState<Way>();
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    if (outcome === undefined) return undefined;
    const timer = setTimeout(onChange, fetchedMs);
    return () => clearTimeout(timer);
  }, [outcome, onChange]);

  const go = async (way: Way): Promise<void> => {
    setUnder(way);
    setOutcome(undefined);
    // Each way has an address of its own: the one before may be used up.
    const issued = await opening.run({ params: { documentId: id } });
    if (issued !== undefined) {
      const { url } = issued;
      const went = await (way === 'show' ? showPdf(url, title) : way === 'save' ? saveToPhone(url) : Promise.resolve())
        .then(() => true)
        .catch(() => false);
      setOutcome({ way, went, url });
    }
    setUnder(undefined);
    // It is in the log now; or the login got too old, and that is shown instead.
    onChange();
  };
  const failed = outcome?.went === false ? outcome.way : undefined;
  const others = failed !== undefined || outcome?.way === 'save' || outcome?.way === 'copy';
  return (
    <section className="stack mt-5">
      {opening.error === undefined ? null : <FailedAct error={opening.error} />}
      {failed === undefined ? null : (
        <Notice role="alert" title={t.notShown[failed]}>
          {t.notShownMore[failed]}
        </Notice>
      )}
      {outcome?.way === 'save' && outcome.went ? (
        <Notice tone="ok" role="status">
          {t.saved}
        </Notice>
      ) : null}
      <Button icon={paperIcon} busy={under !== undefined} onClick={() => void go('show')}>
        {under === 'show' ? t.showing : t.show}
      </Button>
      {others ? (
        <>
          <Button look="second" busy={under !== undefined} onClick={() => void go('save')}>
            {under === 'save' ? t.saving : t.save}
          </Button>
          <Button look="second" busy={under !== undefined} onClick={() => void go('copy')}>
            {t.asLink}
          </Button>
        </>
      ) : null}
      {outcome?.way === 'copy' ? <CopyLink key={outcome.url} url={outcome.url} /> : null}
    </section>
  );
}
