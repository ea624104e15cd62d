/** 1234567 → "1.234.567": whole numbers, and digits as they are typed. */
export function inThousands(digits: number | string): string {
  return String(digits).replace(/\B(?=(\d{3})+$)/g, '.');
}
