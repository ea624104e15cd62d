import type { Schemas } from '@dvc/contract';
import { useLink } from '#auth';
import { dayOf, longDate } from '#lib/dates';
import { paths } from '#nav';
import { clockIcon, folderIcon, moneyIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { List, Row } from '#ui/list';
import { LoginAgain } from '#ui/login-again';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';
import { useMsLeft } from '../use-ms-left';
import { OpenPdf } from './open-pdf';
import { SharePdf } from './share-pdf';
import { Viewings } from './viewings';

/** So long before the login gets too old it is said. */
const warnMs = 2 * 60_000;

interface DocumentViewProps {
  document: Schemas['WalletDocument'];
  reload: () => void;
  /** A code is being held out. */
  onShared: (shared: boolean) => void;
}

export function DocumentView({ document, reload, onShared }: DocumentViewProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { about, size, sha256, login, viewings } = document;
  const linking = useLink(paths.document({ id: about.id }));
  const left = useMsLeft(login.until);
  const free = login.minutes === 0;
  const isOpen = free || left > 0;
  return (
    <Screen title={about.title} eyebrow={t.kinds[about.kind]}>
      <div className="mt-4">
        <KeyValues
          items={[
            { label: t.office, value: about.office },
            { label: t.issued[about.kind], value: longDate(dayOf(about.issuedAt), language) },
            ...(about.dossierCode === null ? [] : [{ label: t.code, value: about.dossierCode }]),
            ...(about.orderCode === undefined ? [] : [{ label: t.orderCode, value: about.orderCode }]),
            ...(size === null ? [] : [{ label: t.size, value: t.kilobytes(Math.max(1, Math.round(size / 1024))) }]),
          ]}
        />
      </div>
      {isOpen ? (
        <>
          {!free && left <= warnMs ? (
            <div className="mt-4">
              <Notice icon={clockIcon} role="status" title={t.soonTitle}>
                {t.soon}
              </Notice>
            </div>
          ) : null}
          <OpenPdf id={about.id} title={about.title} onChange={reload} />
          <SharePdf id={about.id} onChange={reload} onShared={onShared} />
        </>
      ) : (
        <LoginAgain linking={linking}>{t.login(login.minutes)}</LoginAgain>
      )}
      <Viewings viewings={viewings} />
      <div className="mt-6">
        <List>
          {about.dossierId === null ? (
            <Row icon={moneyIcon} title={t.toPayment} to={paths.payment({ orderId: about.id })} />
          ) : (
            <Row icon={folderIcon} title={t.toDossier} to={paths.dossier({ id: about.dossierId })} />
          )}
        </List>
      </div>
      {sha256 === null ? null : (
        <details className="mt-6">
          <summary className="flex min-h-tap items-center font-semibold text-brand">{t.mark}</summary>
          <p className="num break-all">SHA-256: {sha256}</p>
        </details>
      )}
    </Screen>
  );
}
