import { useEffect } from 'react';
import { useOperation } from '#api';
import { dayOf, shortDate } from '#lib/dates';
import { inDong } from '#lib/money';
import { paths } from '#nav';
import { Chip } from '#ui/chip';
import { Coming } from '#ui/coming';
import { clockIcon, hourglassIcon, moneyIcon, okCircleIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Screen } from '#ui/screen';
import { Empty } from '#ui/states';
import { useTexts } from '#ui/texts';
import { faceOf, type Face } from './face';
import { texts } from './texts';

const icons = { ready: clockIcon, failed: clockIcon, paid: okCircleIcon, over: clockIcon, returned: okCircleIcon };

function StateOf({ face }: { face: Face }) {
  const t = useTexts(texts);
  const icon = face in icons ? icons[face as keyof typeof icons] : hourglassIcon;
  return (
    <Chip tone={face === 'paid' ? 'ok' : 'neutral'} icon={icon}>
      {t.states[face]}
    </Chip>
  );
}

/** What I have paid and am paying, newest first. */
export default function PaymentsScreen() {
  const t = useTexts(texts);
  const { data, error, reload } = useOperation('listPayments', {});
  useEffect(() => {
    reload();
  }, [reload]);
  return (
    <Screen title={t.list} busy={data === undefined && error === undefined}>
      {data === undefined ? (
        <Coming error={error} reload={reload} label={t.listLooking} failed={t.listFailed}>
          {t.listFailedMore}
        </Coming>
      ) : data.items.length === 0 ? (
        <Empty icon={moneyIcon} title={t.none} action={<LinkButton to={paths.tuition()}>{t.toTuition}</LinkButton>}>
          {t.noneMore}
        </Empty>
      ) : (
        <div className="mt-4">
          <List>
            {data.items.map((order) => (
              <Row
                key={order.id}
                icon={moneyIcon}
                title={order.purpose.title}
                lang="vi"
                meta={`${inDong(order.amountVnd)}, ${shortDate(dayOf(order.paidAt ?? order.createdAt))}`}
                chip={<StateOf face={faceOf(order)} />}
                to={paths.payment({ orderId: order.id })}
              />
            ))}
          </List>
        </div>
      )}
    </Screen>
  );
}
