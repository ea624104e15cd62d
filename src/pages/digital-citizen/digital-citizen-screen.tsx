import { useState } from 'react';
import { retryAuth, useIdentity, type Identity } from '#auth';
import { province } from '#config';
import { dayOf, longDate } from '#lib/dates';
import { paths } from '#nav';
import { Card } from '#ui/card';
import { infoIcon, lettersIcon, linkIcon, personIcon, shieldIcon } from '#ui/icons';
import { LinkButton } from '#ui/link-button';
import { List, Row } from '#ui/list';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { Empty, Failure, Loading } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { MyThings } from './parts/my-things';
import { UnlinkConfirm } from './parts/unlink-confirm';
import { WhoCard } from './parts/who-card';
import { texts } from './texts';

function Who({ identity }: { identity: Identity }) {
  const t = useTexts(texts);
  switch (identity.state) {
    case 'unknown':
      return <Loading label={t.recognising} rows={1} onRetry={retryAuth} />;
    case 'unreachable':
      return <Failure error={identity.error} onRetry={retryAuth} />;
    case 'visitor':
      return (
        <Empty icon={personIcon} title={t.visitor} action={<LinkButton to={paths.inbox()}>{t.giveContact}</LinkButton>}>
          {t.visitorMore}
        </Empty>
      );
    case 'contact':
      return (
        <>
          <WhoCard identity={identity} />
          <Card>
            <p>{t.linkMore}</p>
            <div className="mt-3">
              <LinkButton to={paths.dossiers()}>{t.link(province.identity.name)}</LinkButton>
            </div>
          </Card>
        </>
      );
    case 'citizen':
      return <WhoCard identity={identity} />;
  }
}

/** Who I am here, at which level, how to raise it or give it back, and the way to what is mine. */
export default function DigitalCitizenScreen() {
  const t = useTexts(texts);
  const language = useLanguage();
  const identity = useIdentity();
  const [asking, setAsking] = useState(false);
  const [unlinked, setUnlinked] = useState(false);
  const { name } = province.identity;
  const keep = (): void => setAsking(false);

  if (asking) {
    return (
      <UnlinkConfirm
        onKeep={keep}
        onDone={() => {
          setUnlinked(true);
          keep();
        }}
      />
    );
  }
  const since = identity.state === 'citizen' ? identity.person.linkedAt : null;
  return (
    <Screen title={t.title} bar>
      <div className="-mt-1 grid gap-3">
        {unlinked ? (
          <Notice tone="ok" role="status">
            {t.unlinked(name)}
          </Notice>
        ) : null}
        <Who identity={identity} />
        <MyThings identity={identity} />
      </div>
      <section className="sec">
        <h2>{t.rights}</h2>
        <List>
          {identity.state === 'citizen' ? (
            <Row
              icon={linkIcon}
              title={t.unlink(name)}
              meta={since === null ? undefined : t.linkedSince(longDate(dayOf(since), language))}
              onClick={() => setAsking(true)}
            />
          ) : null}
          <Row icon={shieldIcon} title={t.privacy} to={paths.privacy()} />
          <Row icon={lettersIcon} title={t.settings} to={paths.settings()} />
          <Row icon={infoIcon} title={t.about} to={paths.about()} />
        </List>
      </section>
    </Screen>
  );
}
