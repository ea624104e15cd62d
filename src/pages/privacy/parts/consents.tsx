import type { Schemas } from '@dvc/contract';
import { callOperation } from '#api';
import { refreshAuth, useIdentity } from '#auth';
import { now } from '#lib/clock';
import { momentInWords, dayOf, longDate } from '#lib/dates';
import { paths } from '#nav';
import { AskFirst } from '#ui/ask-first';
import { LinkButton } from '#ui/link-button';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

/** The ledger of consents, each with the words that were agreed to. */
export function Consents({ consents }: { consents: readonly Schemas['GivenConsent'][] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const identity = useIdentity();
  const current = now();
  const moment = (at: string): string => momentInWords(at, current, language);
  return (
    <section className="sec">
      <h2>{t.consents}</h2>
      {consents.length === 0 ? <p>{t.noConsents}</p> : null}
      <ul className="list" aria-label={t.consents}>
        {consents.map(({ id, what, givenAt, withdrawnAt, words, wordsVersion }) => (
          <li key={id} className="row">
            <div className="grow">
              <span className="t">{t.consent[what]}</span>
              <span className="m">{t.given(moment(givenAt))}</span>
              {withdrawnAt === null ? null : <span className="m">{t.withdrawn(moment(withdrawnAt))}</span>}
              <details>
                <summary className="flex min-h-tap items-center font-semibold text-brand">{t.words}</summary>
                {wordsVersion === null || words === null ? (
                  <p>{t.noWords}</p>
                ) : (
                  <>
                    <p lang="vi" className="whitespace-pre-line">
                      {words}
                    </p>
                    <p className="m">{t.version(longDate(dayOf(`${wordsVersion}T12:00:00+07:00`), language))}</p>
                  </>
                )}
              </details>
            </div>
          </li>
        ))}
      </ul>
      <div className="stack mt-3">
        <AskFirst
          label={t.withdraw}
          question={t.withdrawQuestion}
          keep={t.withdrawKeep}
          yes={t.withdrawYes}
          busy={t.withdrawing}
          onYes={async () => {
            await callOperation('withdrawPhoneConsent');
            refreshAuth();
          }}
        />
        {identity.state === 'citizen' ? (
          <LinkButton look="second" to={paths.digitalCitizen()}>
            {t.unlinkAt}
          </LinkButton>
        ) : null}
      </div>
    </section>
  );
}
