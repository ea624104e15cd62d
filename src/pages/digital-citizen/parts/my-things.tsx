import { useOperation } from '#api';
import { levelOf, type Identity } from '#auth';
import { paths } from '#nav';
import { bellIcon, folderIcon, paperIcon } from '#ui/icons';
import { List, Row } from '#ui/list';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';

/** The way to my dossiers and notices; counts only where they are known. */
export function MyThings({ identity }: { identity: Identity }) {
  const t = useTexts(texts);
  const level = levelOf(identity);
  const enabled = level === 2;
  const dossiers = useOperation('listDossiers', {}, { enabled }).data?.items;
  const drafts = useOperation('listDrafts', {}, { enabled }).data?.items;
  const turns = dossiers?.filter(({ turn }) => turn === 'citizen').length ?? 0;
  const mine = (dossiers?.length ?? 0) + (drafts?.length ?? 0);
  const unread = 'unread' in identity ? identity.unread : 0;
  return (
    <List label={t.mine}>
      <Row
        icon={folderIcon}
        title={t.dossiers}
        meta={enabled ? t.dossiersMeta(turns, drafts?.length ?? 0) : t.dossiersLocked}
        count={mine > 0 ? mine : undefined}
        to={paths.dossiers()}
      />
      <Row icon={paperIcon} title={t.documents} meta={t.documentsMeta} to={paths.wallet()} />
      <Row
        icon={bellIcon}
        title={t.inbox}
        meta={level >= 1 ? t.inboxMeta(unread) : t.inboxLocked}
        count={unread > 0 ? unread : undefined}
        to={paths.inbox()}
      />
    </List>
  );
}
