const weekdays = ['chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy'];

/** A day as messages say it: `2026-11-26` → `thứ năm, 26/11/2026`. */
export function readableDay(date: string): string {
  const [year, month, day] = date.split('-');
  return `${weekdays[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? ''}, ${day}/${month}/${year}`;
}
