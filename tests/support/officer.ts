import { officeProgram } from './office-program.ts';

/** The officer's own command line. */
export const officer = officeProgram('officer');
