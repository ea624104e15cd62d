import { useOperation } from '#api';
import { dayOf, longDate, timeOf } from '#lib/dates';
import { paths, usePlace } from '#nav';
import { Coming } from '#ui/coming';
import { personIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { AddPerson } from './parts/add-person';
import { EndButton } from './parts/end-button';
import { texts } from './texts';

/** Whom I act for and who acts for me; each can be ended here, and a person added. */
export default function DelegationsScreen() {
  const t = useTexts(texts);
  const language = useLanguage();
  const { query } = usePlace(paths.delegations);
  const { data, error, reload } = useOperation('listDelegations', {});
  if (data === undefined) {
    return (
      <Screen title={t.title} busy={error === undefined}>
        <Coming error={error} reload={reload} label={t.looking} failed={t.failed} />
      </Screen>
    );
  }
  if (query.them !== undefined) {
    return <AddPerson known={data} procedureCode={query.them === '1' ? undefined : query.them} />;
  }
  const day = (date: string) => longDate(date, language);
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      foot={
        <LinkButton icon={personIcon} to={paths.delegations({ them: '1' })}>
          {t.add}
        </LinkButton>
      }
    >
      <section className="sec">
        <h2>{t.mine}</h2>
        {data.items.length === 0 ? <p>{t.none}</p> : null}
        <div className="grid gap-3">
          {data.items.map(({ id, fullName, birthDate, relationship, consent, givenAt, endsOn, evidence }) => (
            <section key={id} className="card" aria-label={fullName}>
              <h3 className="font-semibold">{fullName}</h3>
              <p className="sub">{t.meta(t.relationships[relationship], birthDate.split('-').reverse().join('/'))}</p>
              {evidence === null ? null : <p className="sub">{evidence}</p>}
              <p className="sub">{t.until(day(endsOn))}</p>
              <details>
                <summary className="flex min-h-tap items-center font-semibold text-brand">{t.agreedTo}</summary>
                <p>{consent.text}</p>
                <p className="sub">{t.agreed(`${timeOf(givenAt)}, ${day(dayOf(givenAt))}`, consent.version)}</p>
              </details>
              <EndButton id={id} label={t.endOf(fullName)} />
            </section>
          ))}
        </div>
      </section>
      {data.toMe.length === 0 ? null : (
        <section className="sec">
          <h2>{t.toMe}</h2>
          <div className="grid gap-3">
            {data.toMe.map(({ id, fullName, endsOn }) => (
              <section key={id} className="card" aria-label={fullName}>
                <h3 className="font-semibold">{fullName}</h3>
                <p className="sub">{t.until(day(endsOn))}</p>
                <EndButton id={id} label={t.endBy(fullName)} />
              </section>
            ))}
          </div>
        </section>
      )}
    </Screen>
  );
}
