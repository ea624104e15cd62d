import type { ReactNode } from 'react';
import { province, provinceTexts } from '#config';
import { readablePhone } from '#lib/phone-number';
import { paths } from '#nav';
import { Card } from '#ui/card';
import { listIcon, paperIcon, phoneIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { Link } from '#ui/link';
import { List, Row } from '#ui/list';
import { Screen } from '#ui/screen';
import { useLanguage, useTexts } from '#ui/texts';
import { InVietnamese } from '#ui/in-vietnamese';
import { texts } from './texts';

/** Zalo's page says which version of the mini app it loaded. */
declare global {
  interface Window {
    APP_VERSION?: string;
  }
}

/** An address too long for its line goes on after the @. */
function breakable(email: string): ReactNode {
  const [name, host] = email.split('@');
  return (
    <>
      {name}@<wbr />
      {host}
    </>
  );
}

function Call({ number }: { number: string }) {
  return (
    <Link to={`tel:${number}`} className="in-text">
      {readablePhone(number)}
    </Link>
  );
}

/** Owner, contacts, version: Zalo's rules require them, and a citizen may want to know whom they are dealing with. */
export default function AboutScreen() {
  const t = useTexts(texts);
  const language = useLanguage();
  const { owner, contact, appName } = province;
  const { APP_VERSION: version } = window;
  const items = [
    { label: t.owner, value: <InVietnamese>{owner.name}</InVietnamese> },
    {
      label: t.address,
      value: contact.address === undefined ? undefined : <InVietnamese>{contact.address}</InVietnamese>,
    },
    { label: t.phone, value: contact.phone === undefined ? undefined : <Call number={contact.phone} /> },
    { label: t.email, value: contact.email === undefined ? undefined : breakable(contact.email) },
    { label: t.version, value: version === undefined || version === '' ? t.unknownVersion : version },
  ].filter(({ value }) => value !== undefined);
  return (
    <Screen title={appName} eyebrow={t.about} lead={provinceTexts[language].about}>
      <div className="mt-4">
        <Card>
          <KeyValues items={items} />
        </Card>
      </div>
      <section className="sec">
        <h2>{t.complain}</h2>
        <List>
          {contact.hotline === undefined ? null : (
            <Row
              icon={phoneIcon}
              title={t.call(readablePhone(contact.hotline))}
              meta={t.callMeta}
              to={`tel:${contact.hotline}`}
            />
          )}
          <Row icon={listIcon} title={t.numbers} meta={t.numbersMeta} to={paths.numbers()} />
          <Row icon={paperIcon} title={t.terms} meta={t.termsMeta} to={paths.terms()} />
        </List>
      </section>
    </Screen>
  );
}
