import type { PersonalData } from '#core/personal-data';

/** A place somebody had booked is free again. */
export const appointmentsData: PersonalData = {
  tables: ['appointments'],
  things: [
    {
      what: 'appointments',
      rows: 'select office_id as "officeId", service_id as "serviceId", day, slot, number, state from appointments where account_id = {account} order by day',
    },
  ],
  async erase(ask) {
    await ask('delete from appointments where account_id = {account}');
  },
};
