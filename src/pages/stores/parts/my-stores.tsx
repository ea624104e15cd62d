import { useRef } from 'react';
import type { Schemas } from '@dvc/contract';
import { putAnswer, useAct, useOperation } from '#api';
import { dayOf, longDate, shortDate } from '#lib/dates';
import { randomUuid } from '#lib/random';
import { paths, useGo } from '#nav';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { Coming } from '#ui/coming';
import { shopIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { registerTexts } from '../register-texts';
import { stateLook } from '../state-look';

/** Mine, each with where it stands, and the way to a new one. */
export function MyStores() {
  const t = useTexts(registerTexts);
  const go = useGo();
  const { data, error, reload } = useOperation('listStoreRegistrations', {});
  const start = useAct('startStoreRegistration', { refresh: ['listStoreRegistrations'] });
  // Chosen once: repeating after a lost answer begins no second registration.
  const id = useRef(randomUuid());
  const begin = async (): Promise<void> => {
    const begun = await start.run({ body: { id: id.current } });
    if (begun === undefined) return;
    putAnswer('readStoreRegistration', { params: { storeId: id.current } }, begun);
    go(paths.registerStore({ tiem: id.current }));
  };
  const hasSome = data !== undefined && data.items.length > 0;
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      busy={data === undefined && error === undefined}
      foot={
        <Button icon={shopIcon} busy={start.busy} onClick={() => void begin()}>
          {start.busy ? t.beginning : hasSome ? t.beginAnother : t.begin}
        </Button>
      }
    >
      {hasSome ? (
        <section className="sec">
          <h2>{t.mine}</h2>
          <List label={t.mine}>
            {data.items.map((registration) => (
              <MyRow key={registration.id} registration={registration} />
            ))}
          </List>
        </section>
      ) : null}
      {data === undefined ? <Coming error={error} reload={reload} label={t.looking} failed={t.failed} /> : null}
      {data?.items.length === 0 ? (
        <section className="sec">
          <h2>{t.needTitle}</h2>
          <ul className="list-disc pl-6">
            {t.need.map((thing) => (
              <li key={thing} className="mt-2">
                {thing}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {start.error === undefined ? null : (
        <div className="mt-4">
          <FailedAct error={start.error}>{start.error.fields[0]?.message}</FailedAct>
        </div>
      )}
    </Screen>
  );
}

function MyRow({ registration }: { registration: Schemas['StoreRegistrationSummary'] }) {
  const t = useTexts(registerTexts);
  const language = useLanguage();
  const { id, state, name, step, steps, changedAt, expiresAt } = registration;
  const { tone, icon } = stateLook[state];
  return (
    <Row
      icon={shopIcon}
      title={name === '' ? t.nameless : name}
      meta={
        expiresAt === null
          ? t.changed(shortDate(dayOf(changedAt)))
          : t.atStep(step, steps, longDate(dayOf(expiresAt), language))
      }
      to={paths.registerStore({ tiem: id })}
      chip={
        <Chip tone={tone} icon={icon}>
          {t.states[state]}
        </Chip>
      }
    />
  );
}
