import { useAct, useOperation, forgetPrivateAnswers } from '#api';
import { refreshAuth } from '#auth';
import { dayOf, longDate } from '#lib/dates';
import { paths, useGo } from '#nav';
import { outbox } from '#offline';
import { wipeStorage } from '#zalo';
import { Button } from '#ui/button';
import { Coming } from '#ui/coming';
import { infoIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { Ticks } from '#ui/ticks';
import { texts } from '../texts';

/** What of this person the phone itself has. */
async function wipePhone(): Promise<void> {
  for (const { id } of outbox.items.get()) await outbox.drop(id);
  await outbox.forgetWiped();
  await wipeStorage();
  forgetPrivateAnswers();
}

/** Says what goes and what the law keeps before anything happens; keeping is the bigger button. */
export function EraseConfirm({ onKeep }: { onKeep: () => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const go = useGo();
  const erasing = useAct('eraseMe');
  const { data, error, reload } = useOperation('previewErasure', {});

  const run = async (): Promise<void> => {
    if ((await erasing.run()) === undefined) return;
    await wipePhone();
    go(paths.erased(), { replace: true });
    // Known anew, as nobody.
    refreshAuth();
  };
  return (
    <Screen
      title={t.eraseTitle}
      back={onKeep}
      foot={
        <div className="stack">
          {erasing.error === undefined ? null : <FailedAct error={erasing.error} />}
          <Button onClick={onKeep}>{t.eraseKeep}</Button>
          {data === undefined ? null : (
            <Button look="danger" busy={erasing.busy} onClick={() => void run()}>
              {erasing.busy ? t.erasing : t.eraseYes}
            </Button>
          )}
        </div>
      }
    >
      {data === undefined ? (
        <Coming error={error} reload={reload} label={t.counting} failed={t.failed}>
          {t.failedMore}
        </Coming>
      ) : (
        <>
          <section className="sec">
            <h2>{t.goes}</h2>
            {data.goes.length === 0 ? <p>{t.nothingGoes}</p> : null}
            <List label={t.goes}>
              {data.goes.map(({ what, count }) => (
                <Row key={what} title={`${String(count)} ${t.things[what]}`} />
              ))}
            </List>
          </section>
          {data.keeps.length === 0 ? null : (
            <section className="sec">
              <h2>{t.keeps}</h2>
              <List label={t.keeps}>
                {data.keeps.map(({ what, count, law, until }) => (
                  <Row
                    key={what}
                    title={`${String(count)} ${t.things[what]}`}
                    meta={t.law[law](until === null ? null : longDate(dayOf(until), language))}
                  />
                ))}
              </List>
            </section>
          )}
          <div className="mt-4">
            <Ticks lines={t.also.map((text) => ({ text, icon: infoIcon }))} />
          </div>
        </>
      )}
    </Screen>
  );
}
