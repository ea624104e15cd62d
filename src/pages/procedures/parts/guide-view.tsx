import type { Schemas } from '@dvc/contract';
import { Facts } from '#ui/facts';
import { clockIcon, infoIcon, moneyIcon, officeIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { Ticks } from '#ui/ticks';
import { InVietnamese, Quoting } from '#ui/in-vietnamese';
import { headline, sourcesOf, type Fact } from '../fact';
import { texts } from '../texts';
import { GuidePapers } from './guide-papers';
import { Unconfirmed } from './unconfirmed';

type Guide = Schemas['ProcedureGuide'];

/** A guide, what matters most first: fee and days, who, papers, steps, where; then what is not certain. */
export function GuideView({ guide }: { guide: Guide }) {
  const t = useTexts(texts);
  const { fee, processing, authority, receivedAt } = guide;
  return (
    <>
      <div className="mt-4">
        <Facts
          facts={[
            { icon: moneyIcon, label: t.fee, value: <Figure fact={fee} /> },
            { icon: clockIcon, label: t.processing, value: <Figure fact={processing} /> },
          ]}
        />
      </div>
      {[fee, processing].map((fact, index) => {
        const rest = headline(fact.text ?? '').rest;
        return rest === undefined ? null : (
          <p className="sub mt-2" key={index}>
            <InVietnamese>{rest}</InVietnamese>
          </p>
        );
      })}
      <section className="sec">
        <h2>{t.who}</h2>
        <Ticks kind="yes" lines={guide.whoCanFile.map((fact) => ({ text: <FactLine fact={fact} /> }))} />
      </section>
      {guide.checkBeforeTyping.length === 0 ? null : (
        <section className="sec">
          <h2>{t.checkFirst}</h2>
          <Ticks
            lines={guide.checkBeforeTyping.map((text) => ({
              icon: infoIcon,
              text: <InVietnamese>{text}</InVietnamese>,
            }))}
          />
        </section>
      )}
      <section className="sec">
        <h2>{t.papers}</h2>
        <GuidePapers papers={guide.papers} />
      </section>
      {guide.formVersion === null ? null : <Steps guide={guide} />}
      <section className="sec">
        <h2>{t.where}</h2>
        <List>
          <Row
            icon={officeIcon}
            title={<Said fact={authority} />}
            meta={<Quoting text={t.receivedAt(receivedAt.text ?? t.unknown)} words={receivedAt.text ?? ''} />}
            chip={<Unconfirmed fact={authority} />}
          />
        </List>
        <p className="sub mt-2">{t.channelLine(guide.channels.map((channel) => t.channels[channel]).join(', '))}</p>
      </section>
      <More guide={guide} />
    </>
  );
}

function Figure({ fact }: { fact: Fact }) {
  const t = useTexts(texts);
  return (
    <>
      {fact.text === null ? t.unknown : <InVietnamese>{headline(fact.text).head}</InVietnamese>}{' '}
      <Unconfirmed fact={fact} />
    </>
  );
}

function Said({ fact }: { fact: Fact }) {
  const t = useTexts(texts);
  return fact.text === null ? t.unknown : <InVietnamese>{fact.text}</InVietnamese>;
}

function FactLine({ fact }: { fact: Fact }) {
  return (
    <>
      <Said fact={fact} /> <Unconfirmed fact={fact} />
    </>
  );
}

function Steps({ guide }: { guide: Guide }) {
  const t = useTexts(texts);
  return (
    <section className="sec">
      <h2>{t.steps}</h2>
      <ol className="nums">
        <li>
          <b>{t.stepFill}</b>
          <br />
          <span className="sub">{t.stepFillMore}</span>
        </li>
        {guide.papers.some(({ form }) => form !== 'present' && form !== 'eform') ? (
          <li>
            <b>{t.stepPapers}</b>
          </li>
        ) : null}
        <li>
          <b>{t.stepCheck}</b>
          <br />
          <span className="sub">{t.stepCheckMore}</span>
        </li>
        <li>
          <b>
            <Quoting text={t.stepResult(guide.result.text ?? t.unknown)} words={guide.result.text ?? ''} />
          </b>
        </li>
      </ol>
    </section>
  );
}

function More({ guide }: { guide: Guide }) {
  const t = useTexts(texts);
  const { feeNotes, legalBasis, uncertain, fee, processing, authority, result, papers, whoCanFile } = guide;
  const sources = sourcesOf([
    fee,
    processing,
    authority,
    result,
    ...whoCanFile,
    ...papers.map(({ fact }) => fact),
    ...legalBasis,
  ]);
  return (
    <>
      {feeNotes.length === 0 ? null : (
        <section className="sec">
          <h2>{t.feeNotes}</h2>
          <ul className="grid list-disc gap-2 pl-5">
            {feeNotes.map((fact, index) => (
              <li key={index}>
                <FactLine fact={fact} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {uncertain.length === 0 ? null : (
        <div className="mt-6">
          <Notice title={t.uncertain}>
            <ul className="list-disc pl-5">
              {uncertain.map((point) => (
                <li key={point} lang="vi">
                  {point}
                </li>
              ))}
            </ul>
            <p className="mt-2">{t.uncertainMore}</p>
          </Notice>
        </div>
      )}
      {guide.sample ? (
        <div className="mt-3">
          <Notice title={t.sampleTitle}>{t.sample}</Notice>
        </div>
      ) : null}
      <details className="mt-6">
        <summary className="flex min-h-tap items-center font-semibold text-brand">{t.sources}</summary>
        {legalBasis.length === 0 ? null : (
          <>
            <h3>{t.basis}</h3>
            <ul className="list-disc pl-5">
              {legalBasis.map((fact, index) => (
                <li key={index}>
                  <FactLine fact={fact} />
                </li>
              ))}
            </ul>
          </>
        )}
        {sources.map((source) => (
          <p className="sub mt-2" key={source}>
            <Quoting text={t.source(source)} words={source} />
          </p>
        ))}
      </details>
    </>
  );
}
