import type { PersonalData } from '#core/personal-data';

export const notificationsData: PersonalData = {
  tables: ['notifications', 'deliveries', 'notice_choices', 'quiet_hours', 'oa_contacts'],
  things: [
    {
      what: 'notifications',
      rows: 'select topic, title, body, created_at as "at", read_at as "readAt" from notifications where account_id = {account} order by created_at',
    },
    {
      what: 'noticeChoices',
      rows: `select topic, channel, wanted::text as chosen, changed_at as "at" from notice_choices where account_id = {account}
             union all select 'quietHours', 'all', coalesce(from_time || '-' || to_time, 'none'), changed_at from quiet_hours where account_id = {account}`,
    },
  ],
  async erase(ask) {
    await ask(
      'delete from deliveries where notification_id in (select id from notifications where account_id = {account})',
    );
    await ask('delete from notice_choices where account_id = {account}');
    await ask('delete from quiet_hours where account_id = {account}');
    await ask(`delete from oa_contacts where zalo_id = (select zalo_id from accounts where id = {account})
                  or oa_user_id = (select oa_user_id from accounts where id = {account})`);
    await ask('delete from notifications where account_id = {account}');
  },
};
