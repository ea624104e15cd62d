import type { Schemas } from '@dvc/contract';
import { useOperation } from '#api';
import { province } from '#config';
import { readablePhone } from '#lib/phone-number';
import { paths, usePlace } from '#nav';
import { linkIcon, phoneIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { List, Row } from '#ui/list';
import { SavedCopy } from '#ui/more-pages';
import { Opening } from '#ui/opening';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { Ways, type Way } from '#ui/ways';
import { dialNumber, openInAppBrowser } from '#zalo';
import { InVietnamese, Quoting } from '#ui/in-vietnamese';
import { FollowAccount } from './parts/follow-account';
import { texts } from './texts';

type Authority = Schemas['Authority'];

/** One authority: how to reach it, what it was before, and its news. */
export default function AuthorityScreen() {
  const t = useTexts(texts);
  const { id } = usePlace(paths.authority).params;
  const { data: authority, error, savedAt, reload } = useOperation('readAuthority', { params: { authorityId: id } });
  if (authority === undefined) {
    const words = {
      ...{ opening: t.oneLooking, failed: t.oneFailed },
      ...{ missing: t.missing, missingMore: t.missingMore, toList: t.toList },
    };
    return <Opening error={error} reload={reload} words={words} list={paths.authorities()} />;
  }
  return (
    <Screen title={authority.name} lang="vi">
      <SavedCopy at={savedAt} />
      <Contacts authority={authority} />
      <FormerUnits units={authority.formerUnits} />
      <FollowAccount authority={authority} />
    </Screen>
  );
}

function Contacts({ authority }: { authority: Authority }) {
  const t = useTexts(texts);
  const { oneStop, address, hoursText, email, oldNames, note, phones, web } = authority;
  const { hotline } = province.contact;
  const numbers = phones.length > 0 || hotline === undefined ? phones : [{ number: hotline, confidence: 'H' as const }];
  const ways: Way[] = numbers.map(({ number, confidence }, index) => ({
    ...{ icon: phoneIcon, words: t.call(readablePhone(number)), main: index === 0 },
    ...{ act: () => dialNumber(number), failed: t.callFailed(readablePhone(number)) },
    doubt: confidence === 'L' ? t.doubtful : undefined,
  }));
  if (web !== null) {
    ways.push({ icon: linkIcon, words: t.openWeb, act: () => openInAppBrowser(web), failed: t.webFailed });
  }
  const rows = [
    { label: t.oneStop, value: oneStop ?? '' },
    { label: t.address, value: address ?? '' },
    { label: t.hours, value: hoursText ?? '' },
    { label: t.email, value: email ?? '' },
    { label: t.oldNames, value: oldNames.join(', ') },
    { label: t.note, value: note ?? '' },
  ].filter(({ value }) => value !== '');
  return (
    <>
      {rows.length === 0 ? null : (
        <section className="sec">
          <KeyValues items={rows.map(({ label, value }) => ({ label, value: <InVietnamese>{value}</InVietnamese> }))} />
        </section>
      )}
      <div className="mt-4 grid gap-3">
        {phones.length === 0 && hotline !== undefined ? <p>{t.noContacts(readablePhone(hotline))}</p> : null}
        <Ways ways={ways} />
      </div>
    </>
  );
}

function FormerUnits({ units }: { units: Authority['formerUnits'] }) {
  const t = useTexts(texts);
  if (units.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t.former}</h2>
      <List>
        {units.map(({ name, part }) => (
          <Row key={name} title={<Quoting text={part === 'full' ? name : t.formerPart(name)} words={name} />} />
        ))}
      </List>
    </section>
  );
}
