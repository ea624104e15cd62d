import { errorWords } from '#lib/error-words';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { outbox, type OutboxItem } from '#offline';
import { paths } from '#nav';
import { AskFirst } from '#ui/ask-first';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { Chip } from '#ui/chip';
import { alertIcon, clockIcon, okCircleIcon, uploadIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Meter } from '#ui/meter';
import { useLanguage, useTexts } from '#ui/texts';
import { additionKind } from '../addition-delivery';
import { outboxTexts } from '../outbox-texts';

/** Where it stands, in icon and words. */
function StateLine({ item }: { item: OutboxItem }) {
  const t = useTexts(outboxTexts);
  const language = useLanguage();
  const { state } = item;
  switch (state.state) {
    case 'waiting':
      return (
        <Chip icon={clockIcon}>
          {state.error === undefined || state.error.kind === 'offline'
            ? t.waiting
            : errorWords(state.error, language).title}
        </Chip>
      );
    case 'sealed':
      return <Chip icon={clockIcon}>{t.sealed}</Chip>;
    case 'sending':
      return (
        <>
          <Chip tone="info" icon={uploadIcon}>
            {t.sending(state.percent)}
          </Chip>
          <Meter percent={state.percent} label={t.sending(state.percent)} />
        </>
      );
    case 'arrived':
      return (
        <Chip tone="ok" icon={okCircleIcon}>
          {t.arrived(momentInWords(state.arrival.at, now(), language))}
        </Chip>
      );
    case 'refused':
    case 'lost':
      return (
        <Chip tone="bad" icon={alertIcon}>
          {t.refused}
        </Chip>
      );
  }
}

/** A report, or what was added to one: not the same goes when it is thrown away. */
function useWordsOf({ kind }: OutboxItem) {
  const t = useTexts(outboxTexts);
  return kind === additionKind.name ? t.ofAddition : t.ofReport;
}

function Sentences({ item }: { item: OutboxItem }) {
  const t = useTexts(outboxTexts);
  const own = useWordsOf(item);
  const language = useLanguage();
  const { state, kept, lostFiles } = item;
  const isHere = state.state === 'waiting' || state.state === 'sending' || state.state === 'refused';
  return (
    <div className="mt-2 grid gap-1">
      {state.state === 'refused' ? <p>{errorWords(state.error, language).body}</p> : null}
      {state.state === 'refused' ? state.error.fields.map(({ path, message }) => <p key={path}>{message}</p>) : null}
      {state.state === 'lost' ? <p>{own.lost}</p> : null}
      {lostFiles > 0 ? <p>{t.lostFiles(lostFiles)}</p> : null}
      {isHere ? <p className="sub">{t.keptAt[kept]}</p> : null}
      {state.state === 'arrived' ? <p>{t.code(state.arrival.code)}</p> : null}
      {state.state === 'arrived' && state.arrival.refusedFiles > 0 ? (
        <p>{t.refusedFiles(state.arrival.refusedFiles)}</p>
      ) : null}
    </div>
  );
}

interface OutboxEntryProps {
  item: OutboxItem;
  /** Where the report is opened in the place of the work that is done. */
  onLeave?: (path: string) => void;
}

/** One thing in the outbox: what, where it stands, whether it would survive, and what can be done. */
export function OutboxEntry({ item, onLeave }: OutboxEntryProps) {
  const t = useTexts(outboxTexts);
  const own = useWordsOf(item);
  const { id, title, state } = item;
  const name = title === undefined ? own.sealedTitle : title === '' ? t.untitled : title;
  return (
    <Card title={name}>
      <div role="status" className="mt-2">
        <StateLine item={item} />
        <Sentences item={item} />
      </div>
      <div className="mt-3 grid gap-2">
        {state.state !== 'arrived' ? null : onLeave === undefined ? (
          <LinkButton look="second" size="small" to={paths.report({ id: state.arrival.about })}>
            {t.open}
          </LinkButton>
        ) : (
          <Button
            look="second"
            size="small"
            onClick={() => {
              onLeave(paths.report({ id: state.arrival.about }));
            }}
          >
            {t.open}
          </Button>
        )}
        {state.state === 'waiting' || state.state === 'refused' ? (
          <Button look="second" size="small" onClick={() => void outbox.wake({ refusedToo: true })}>
            {state.state === 'waiting' ? t.sendNow : t.again}
          </Button>
        ) : null}
        {state.state === 'lost' ? (
          <Button look="second" size="small" onClick={() => void outbox.drop(id)}>
            {t.seen}
          </Button>
        ) : null}
        {state.state !== 'waiting' && state.state !== 'refused' ? null : (
          <AskFirst
            label={own.drop}
            question={own.dropAsk}
            keep={t.keep}
            yes={own.drop}
            onYes={() => outbox.drop(id)}
          />
        )}
      </div>
    </Card>
  );
}
