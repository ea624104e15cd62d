import { useEffect, useState } from 'react';
import { useOperation } from '#api';
import { timeOf } from '#lib/dates';
import { paths, useGo, usePlace } from '#nav';
import { Coming } from '#ui/coming';
import { moneyIcon, plusIcon } from '#ui/icons';
import { Button } from '#ui/button';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { AddChild } from './parts/add-child';
import { ChooseBills } from './parts/choose-bills';
import { StudentBills } from './parts/student-bills';
import { standingOf } from './standing';
import { texts } from './texts';

/** The children this account remembers, with what is to be paid for them. */
export default function TuitionScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const { them } = usePlace(paths.tuition).query;
  const { data, error, readAt, reload } = useOperation('listStudents', {});
  const [choosing, setChoosing] = useState(false);
  useEffect(() => {
    reload();
  }, [reload]);

  if (data === undefined) {
    return (
      <Screen title={t.title} busy={error === undefined}>
        <Coming error={error} reload={reload} label={t.looking} failed={t.failed}>
          {t.failedMore}
        </Coming>
      </Screen>
    );
  }
  if (them !== undefined || data.items.length === 0) {
    return <AddChild onFound={() => go(paths.tuition(), { replace: true })} />;
  }
  const due = data.items.flatMap(({ bills }) => bills.filter((bill) => standingOf(bill) === 'due'));
  if (choosing) {
    return (
      <ChooseBills
        students={data.items}
        onStop={() => {
          setChoosing(false);
        }}
      />
    );
  }
  return (
    <Screen title={t.title}>
      {error === undefined || readAt === undefined ? null : (
        <div className="mt-4">
          <Notice role="status">{t.stale(timeOf(readAt))}</Notice>
        </div>
      )}
      {data.items.map((student) => (
        <StudentBills key={student.id} student={student} />
      ))}
      <div className="stack mt-6">
        {due.length < 2 ? null : (
          <Button look="second" icon={moneyIcon} onClick={() => setChoosing(true)}>
            {t.several}
          </Button>
        )}
        <LinkButton look="second" icon={plusIcon} to={paths.tuition({ them: '1' })}>
          {t.add}
        </LinkButton>
        <List>
          <Row icon={moneyIcon} title={t.myPayments} to={paths.payments()} />
        </List>
      </div>
    </Screen>
  );
}
