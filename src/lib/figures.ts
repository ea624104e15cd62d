import type { Language } from './texts';

/** 1234567 → "1.234.567", in English "1,234,567". */
export function inFigures(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}

/** A part of a whole → "93%". Rounded down, so that 99.6% is not all. */
export function inPercent(part: number, whole: number): string {
  return `${String(Math.floor((part / whole) * 100))}%`;
}
