import { useEffect } from 'react';
import { useOperation } from '#api';
import { paths, usePlace } from '#nav';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { Failure, Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { BillView } from './parts/bill-view';
import { texts } from './texts';

/** One bill of one child: what for, how much, until when, and paying it. */
export default function BillScreen() {
  const t = useTexts(texts);
  const { billId } = usePlace(paths.bill).params;
  const { data, error, reload } = useOperation('readBill', { params: { billId } });
  useEffect(() => {
    // Coming back from paying: what was read before is old news.
    reload();
  }, [reload]);
  if (data !== undefined) return <BillView {...data} />;
  const missing = error?.kind === 'missing';
  return (
    <Screen
      title={missing ? t.billMissing : t.billOpening}
      lead={missing ? t.billMissingMore : undefined}
      busy={error === undefined}
    >
      {error === undefined ? (
        <Loading label={t.billOpening} onRetry={reload} />
      ) : missing ? (
        <div className="mt-4">
          <LinkButton to={paths.tuition()}>{t.toList}</LinkButton>
        </div>
      ) : (
        <Failure error={error} onRetry={reload} title={t.billFailed}>
          {t.failedMore}
        </Failure>
      )}
    </Screen>
  );
}
