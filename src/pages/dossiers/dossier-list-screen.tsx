import { useEffect, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { callOperation, toAppError, useOperation, type AppError } from '#api';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { paths } from '#nav';
import { useOnline } from '#offline';
import { Button } from '#ui/button';
import { folderIcon, submitIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { Empty, FailedAct, Failure, Loading, Offline } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { ByPerson, ToDelegations } from './parts/by-person';
import { DossierRow } from './parts/dossier-row';
import { DraftRow } from './parts/draft-row';
import { texts } from './texts';

/** My drafts and dossiers, those that need me first. */
export default function DossierListScreen() {
  const t = useTexts(texts);
  const language = useLanguage();
  const online = useOnline();
  const drafts = useOperation('listDrafts', {});
  const dossiers = useOperation('listDossiers', {});
  const error = dossiers.error ?? drafts.error;
  const { reload: readDossiers } = dossiers;
  const { reload: readDrafts } = drafts;
  useEffect(() => {
    readDossiers();
    readDrafts();
  }, [readDossiers, readDrafts]);
  const reload = (): void => {
    drafts.reload();
    dossiers.reload();
  };
  const known = dossiers.data !== undefined && drafts.data !== undefined;
  const nothing = dossiers.data?.items.length === 0 && drafts.data?.items.length === 0;

  return (
    <Screen title={t.title} bar busy={!known && error === undefined}>
      {!online && dossiers.readAt !== undefined ? (
        <div className="mb-6">
          <Offline>{t.stale(momentInWords(dossiers.readAt, now(), language))}</Offline>
        </div>
      ) : null}
      {known || error === undefined ? null : (
        <Failure error={error} onRetry={reload} title={t.failed}>
          {t.failedMore}
        </Failure>
      )}
      {!known && error === undefined ? <Loading label={t.looking} onRetry={reload} /> : null}
      {known && online && error !== undefined ? <FailedAct error={error} /> : null}
      {nothing ? (
        <div className="mb-6">
          <Empty
            icon={folderIcon}
            title={t.emptyTitle}
            action={
              <LinkButton icon={submitIcon} to={paths.procedures()}>
                {t.first}
              </LinkButton>
            }
          >
            {t.empty}
          </Empty>
        </div>
      ) : null}
      <div className="grid gap-6 [&>.sec]:mt-0">
        {drafts.data === undefined || drafts.data.items.length === 0 ? null : (
          <section className="sec">
            <h2>{t.drafts}</h2>
            <ByPerson items={drafts.data.items}>{(draft) => <DraftRow key={draft.id} draft={draft} />}</ByPerson>
          </section>
        )}
        {dossiers.data === undefined || dossiers.data.items.length === 0 ? null : (
          <Sent key={dossiers.data.next} first={dossiers.data} />
        )}
        {known ? <ToDelegations /> : null}
      </div>
    </Screen>
  );
}

interface Page {
  items: Schemas['DossierSummary'][];
  next: string | null;
}

/** Those whose turn is mine before the others; inside, last changed first, as the server gives them. */
function byTurn(items: readonly Schemas['DossierSummary'][]): Schemas['DossierSummary'][] {
  return [...items].sort((a, b) => Number(b.turn === 'citizen') - Number(a.turn === 'citizen'));
}

function Sent({ first }: { first: Page }) {
  const t = useTexts(texts);
  const [older, setOlder] = useState<Page>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  const next = older === undefined ? first.next : older.next;
  const more = async (cursor: string): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const page = await callOperation('listDossiers', { query: { cursor } });
      setOlder({ items: [...(older?.items ?? []), ...page.items], next: page.next });
    } catch (failure) {
      setError(toAppError(failure));
    }
    setBusy(false);
  };
  return (
    <section className="sec">
      <h2>{t.sent}</h2>
      <ByPerson items={byTurn([...first.items, ...(older?.items ?? [])])}>
        {(dossier) => <DossierRow key={dossier.id} dossier={dossier} />}
      </ByPerson>
      {error === undefined ? null : <FailedAct error={error} />}
      {next === null ? null : (
        <div className="mt-3">
          <Button look="second" busy={busy} onClick={() => void more(next)}>
            {busy ? t.loadingMore : t.more}
          </Button>
        </div>
      )}
    </section>
  );
}
