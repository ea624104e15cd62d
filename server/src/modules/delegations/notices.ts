import type { Notify } from '#core/deps';
import type { Sql } from '#db';
import { accountsAround, type DelegationRow } from './delegation-rows.ts';

const readable = (date: string): string => date.split('-').reverse().join('/');

type Happened = 'begun' | 'ended' | 'expired';

const toActor: Record<Happened, (name: string, lastDay: string) => { title: string; body: string }> = {
  begun: (name, lastDay) => ({
    title: `Bạn làm giúp ${name}`,
    body: `Từ giờ bạn có thể nộp hồ sơ cho ${name}, đến hết ngày ${lastDay}. Dừng lúc nào cũng được trong mục Làm giúp.`,
  }),
  ended: (name) => ({
    title: `Đã dừng làm giúp ${name}`,
    body: `Hồ sơ đã gửi cho ${name} vẫn được giải quyết. Bản nháp vẫn còn nhưng không gửi được nữa.`,
  }),
  expired: (name) => ({
    title: `Hết hạn làm giúp ${name}`,
    body: `Hồ sơ đã gửi cho ${name} vẫn được giải quyết. Muốn làm giúp tiếp, hãy thêm lại trong mục Làm giúp.`,
  }),
};

const toSubject: Record<Happened, (name: string, lastDay: string) => { title: string; body: string }> = {
  begun: (name, lastDay) => ({
    title: `${name} làm giúp hồ sơ cho bạn`,
    body: `${name} nói bạn đã đồng ý, đến hết ngày ${lastDay}. Không phải vậy thì mở mục Làm giúp và bấm Dừng.`,
  }),
  ended: (name) => ({
    title: `${name} không còn làm giúp bạn`,
    body: 'Hồ sơ đã gửi cho bạn vẫn được giải quyết. Hồ sơ mới thì bạn tự nộp, hoặc nhờ người khác.',
  }),
  expired: (name) => ({
    title: `${name} không còn làm giúp bạn`,
    body: 'Đã hết thời hạn. Hồ sơ đã gửi cho bạn vẫn được giải quyết.',
  }),
};

/** Tells both what happened between them, once; whom the province does not know cannot be told. */
export async function tellBoth(tx: Sql, notify: Notify, row: DelegationRow, happened: Happened): Promise<void> {
  const { actorName, actorAccount, subjectAccount } = await accountsAround(tx, row);
  const notice = { topic: 'security', path: '/lam-giup', key: `delegation:${row.id}:${happened}` } as const;
  const lastDay = readable(row.ends_on);
  if (actorAccount !== undefined) {
    await notify.tell(tx, { ...notice, ...toActor[happened](row.full_name, lastDay), accountId: actorAccount });
  }
  if (subjectAccount !== undefined && subjectAccount !== actorAccount) {
    await notify.tell(tx, { ...notice, ...toSubject[happened](actorName, lastDay), accountId: subjectAccount });
  }
}
