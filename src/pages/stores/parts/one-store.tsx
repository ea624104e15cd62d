import { useOperation } from '#api';
import { readablePhone } from '#lib/phone-number';
import { paths } from '#nav';
import { Card } from '#ui/card';
import { phoneIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { LinkButton } from '#ui/link-button';
import { SavedCopy } from '#ui/more-pages';
import { Notice } from '#ui/notice';
import { Opening } from '#ui/opening';
import { QrCode } from '#ui/qr-code';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { texts } from '../texts';

/** One shop: what it sells, where, and its QR code. */
export function OneStore({ id }: { id: string }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { data: store, error, savedAt, reload } = useOperation('readStore', { params: { storeId: id } });
  if (store === undefined) {
    const words = {
      ...{ opening: t.opening, failed: t.openFailed },
      ...{ missing: t.gone, missingMore: t.goneMore, toList: t.toList },
    };
    return <Opening error={error} reload={reload} words={words} list={paths.stores()} />;
  }
  const { name, kind, goods, address, phone, sample, payment } = store;
  return (
    <Screen
      title={name}
      lang="vi"
      eyebrow={kind[language]}
      foot={
        phone === null ? undefined : (
          <LinkButton icon={phoneIcon} to={`tel:${phone}`}>
            {t.call(readablePhone(phone))}
          </LinkButton>
        )
      }
    >
      <div className="mt-4 grid gap-4">
        <SavedCopy at={savedAt} />
        {sample ? <Notice title={t.sample}>{t.sampleMore}</Notice> : null}
        <KeyValues
          items={[
            { label: t.goods, value: goods },
            { label: t.address, value: address },
            ...(phone === null ? [] : [{ label: t.phone, value: readablePhone(phone) }]),
          ]}
        />
        {/* A copy on the phone may be old, and other mini apps of this origin could write on it: nobody pays by it. */}
        {savedAt !== undefined ? (
          <Notice>{t.payOffline}</Notice>
        ) : payment === null ? (
          <Notice>{t.noAccount}</Notice>
        ) : (
          <Card title={t.pay}>
            <QrCode text={payment.qr} label={t.qrLabel(name)} />
            <KeyValues
              items={[
                { label: t.bank, value: payment.bankName },
                { label: t.account, value: <span className="num">{payment.accountNumber}</span> },
                { label: t.holder, value: payment.accountName },
              ]}
            />
            <p className="sub mt-2">{t.compare}</p>
          </Card>
        )}
      </div>
    </Screen>
  );
}
