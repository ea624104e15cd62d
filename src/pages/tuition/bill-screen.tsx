import { useEffect } from 'react';
import { useOperation } from '#api';
import { paths, usePlace } from '#nav';
import { Opening } from '#ui/opening';
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
  const words = {
    ...{ opening: t.billOpening, failed: t.billFailed, failedMore: t.failedMore },
    ...{ missing: t.billMissing, missingMore: t.billMissingMore, toList: t.toList },
  };
  return <Opening error={error} reload={reload} words={words} list={paths.tuition()} />;
}
