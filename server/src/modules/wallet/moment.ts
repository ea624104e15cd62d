const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `10:35, 25/11/2026`, on the wall in Việt Nam. */
export function moment(at: Date): string {
  const [day, time] = format.format(at).split(', ');
  return `${time ?? ''}, ${day ?? ''}`;
}
