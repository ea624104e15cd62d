/**
 * The province this build is made for, as a frozen value, and what the person prefers (language, text size, data
 * saving). Promises: constants never change at run time. Never holds server data or anything about who the person is.
 */
export { province, provinceTexts, logo, loadCommunes, loadHolidays } from './province';
export type { Commune, Holiday } from './province';
export { preferences, restorePreferences, setPreferences } from './preferences';
export type { Preferences, TextSize } from './preferences';
