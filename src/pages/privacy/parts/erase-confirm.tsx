import { useOperation } from '#api';
import { refreshAuth } from '#auth';
import { dayOf, longDate } from '#lib/dates';
import { paths, useGo } from '#nav';
import { Button } from '#ui/button';
import { Coming } from '#ui/coming';
import { infoIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { Ticks } from '#ui/ticks';
import { texts } from '../texts';
import { useErasing } from '../use-erasing';

/** Says what goes and what the law keeps before anything happens; keeping is the bigger button. */
export function EraseConfirm({ onKeep, onRefused }: { onKeep: () => void; onRefused: () => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const go = useGo();
  const { erase, busy, error: failure } = useErasing();
  const { data, error, reload } = useOperation('previewErasure', {});

  const run = async (): Promise<void> => {
    if (!(await erase())) {
      // The login may have become too old while this was read: then that is shown instead.
      onRefused();
      return;
    }
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
          {failure === undefined ? null : <FailedAct error={failure} />}
          <Button onClick={onKeep}>{t.eraseKeep}</Button>
          {data === undefined ? null : (
            <Button look="danger" busy={busy} onClick={() => void run()}>
              {busy ? t.erasing : t.eraseYes}
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
