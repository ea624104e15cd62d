import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { paths } from '#nav';
import { Coming } from '#ui/coming';
import { Icon } from '#ui/icon';
import { paperIcon, tickIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { QrCode } from '#ui/qr-code';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { Ticket } from '#ui/ticket';
import { moment } from '../road';
import { actingTexts } from '../acting-texts';
import { texts } from '../texts';
import { Acknowledgements } from './acknowledgements';
import { DossierCode } from './dossier-code';
import { Seal } from './seal';

interface ReceiptViewProps {
  dossierId: string;
  /** Absent while it is on its way; the receipt does not wait for it. */
  dossier: Schemas['Dossier'] | undefined;
}

/** The signed receipt: shown only because the server gave it. */
export function ReceiptView({ dossierId, dossier }: ReceiptViewProps) {
  const t = useTexts(texts);
  const acting = useTexts(actingTexts);
  const language = useLanguage();
  const { data: receipt, error, reload } = useOperation('readReceipt', { params: { dossierId } });
  if (receipt === undefined) {
    return (
      <Screen title={t.receipt} busy={error === undefined}>
        <Coming error={error} reload={reload} label={t.receiptOpening} failed={t.receiptFailed}>
          {t.receiptFailedMore}
        </Coming>
      </Screen>
    );
  }
  return (
    <Screen
      title={t.received}
      eyebrow={t.receipt}
      heading={(h1) => (
        <div className="flex items-center gap-3">
          <span className="big-ok">
            <Icon of={tickIcon} />
          </span>
          <div>
            {h1}
            <p className="sub num">{moment(receipt.receivedAt, language)}</p>
          </div>
        </div>
      )}
      foot={<LinkButton to={paths.dossier({ id: dossierId })}>{t.follow}</LinkButton>}
    >
      <div className="mt-4">
        <Ticket stub={<Seal receipt={receipt} />}>
          <p className="sub">{t.code}</p>
          <p className="code">
            <DossierCode code={receipt.code} />
          </p>
          {dossier === undefined ? null : (
            <div className="my-4 grid gap-2 text-center">
              <QrCode text={dossier.trackingLink} label={t.qr(receipt.code)} />
              <p className="sub">{t.qrMore}</p>
            </div>
          )}
          <KeyValues
            items={[
              { label: t.procedure, value: receipt.procedureName },
              ...(receipt.actingFor === undefined
                ? []
                : [
                    { label: acting.submitter, value: receipt.actingFor.submitter },
                    { label: acting.subject, value: receipt.actingFor.subject },
                  ]),
              { label: t.place, value: receipt.office },
            ]}
          />
        </Ticket>
      </div>
      {dossier === undefined ? null : <Acknowledgements dossier={dossier} />}
      <div className="mt-6">
        <List>
          <Row icon={paperIcon} title={t.onPaper} to={paths.document({ id: dossierId })} />
        </List>
      </div>
      <Details receipt={receipt} />
    </Screen>
  );
}

/** What the signature covers, for whoever wants to check it elsewhere. */
function Details({ receipt }: { receipt: Schemas['Receipt'] }) {
  const t = useTexts(texts);
  const mark = (hash: string) => <span className="num break-all text-base">{hash}</span>;
  return (
    <details className="mt-6">
      <summary className="flex min-h-tap items-center font-semibold text-brand">{t.details}</summary>
      <KeyValues
        items={[
          { label: t.formVersion, value: receipt.formVersion },
          { label: t.declared, value: receipt.declaration.join(' ') },
          { label: t.answersHash, value: mark(receipt.answersHash) },
          ...receipt.files.map(({ name, sha256 }) => ({ label: t.fileHash(name), value: mark(sha256) })),
        ]}
      />
    </details>
  );
}
