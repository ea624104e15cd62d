import type { PersonalData } from '#core/personal-data';

/** Runs after everything that may still need to say whose it is: name and number stay only where something the law keeps does. */
export const identityData: PersonalData = {
  tables: ['citizens', 'identity_links', 'identity_link_events', 'step_ups'],
  things: [
    {
      what: 'identity',
      rows: 'select full_name as "fullName", id_number as "idNumber", birth_date as "birthDate", address, assurance from citizens where id = {citizen}',
      kept: {
        law: 'archive',
        rows: `select updated_at as since from citizens c where c.id = {citizen} and (
          exists (select 1 from dossiers where citizen_id = c.id) or exists (select 1 from delegations where citizen_id = c.id)
          or exists (select 1 from payment_orders where citizen_id = c.id))`,
      },
    },
    {
      what: 'links',
      rows: 'select event, at from identity_link_events where account_id = {account} order by at',
    },
  ],
  async erase(ask) {
    await ask('delete from step_ups where account_id = {account} or linked_citizen = {citizen}');
    await ask('delete from identity_link_events where account_id = {account} or citizen_id = {citizen}');
    await ask('delete from identity_links where account_id = {account}');
    await ask(`delete from citizens c where c.id = {citizen}
      and not exists (select 1 from dossiers where citizen_id = c.id)
      and not exists (select 1 from delegations where citizen_id = c.id)
      and not exists (select 1 from payment_orders where citizen_id = c.id)`);
    await ask(
      `update citizens set subject = 'erased:' || id, birth_date = null, address = null, assurance = null where id = {citizen}`,
    );
  },
};
