import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { calendarIcon } from '#ui/icons';

const title = { vi: 'Đặt lịch', en: 'Appointments' };
const why = {
  vi: 'Để giữ chỗ cho riêng bạn và nhắc bạn, cơ quan cần một số điện thoại của bạn.',
  en: 'To hold a place for you and remind you, the office needs a phone number of yours.',
};

export const appointmentsModule = utilityModule({
  id: 'appointments',
  tiles: [{ label: title, icon: calendarIcon, to: paths.appointments(), order: 21 }],
  screens: [
    { path: paths.appointments, level: 1, title, why, load: () => import('./appointment-list-screen') },
    {
      path: paths.bookAppointment,
      level: 1,
      title: { vi: 'Đặt lịch mới', en: 'New appointment' },
      why,
      load: () => import('./book-screen'),
    },
    {
      path: paths.moveAppointment,
      level: 1,
      title: { vi: 'Đổi giờ hẹn', en: 'Change the time' },
      why,
      load: () => import('./move-screen'),
    },
    {
      // Open to anybody because it must open without a network; what it asks of the server is level 1.
      path: paths.appointment,
      level: 0,
      title: { vi: 'Phiếu hẹn', en: 'Ticket' },
      load: () => import('./ticket-screen'),
    },
  ],
});
