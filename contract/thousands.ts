/** 1234567 → "1.234.567", in English "1,234,567". Whole numbers and digits as they are typed. */
export function inThousands(digits: number | string, mark: '.' | ',' = '.'): string {
  return String(digits).replace(/\B(?=(\d{3})+$)/g, mark);
}
