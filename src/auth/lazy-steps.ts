import type { LinkOutcome } from './citizen-step';
import type { ContactOutcome } from './contact-step';
import type { AppError } from '#lib/app-error';
import { loadCode } from '#lib/load-code';

export type { ContactOutcome, LinkOutcome };

const citizenStep = () => import('./citizen-step');
const contactStep = () => import('./contact-step');
const steps = () => loadCode(citizenStep);

// Most starts never need these; their code comes with the first use.

/** Level 1, after a tap that explained it: Zalo's consent sheet, then our server. */
export const giveContact = async (): Promise<ContactOutcome> => (await loadCode(contactStep)).giveContact();

/** Level 2, after a tap that explained it: opens the provincial ID's page; afterwards the app opens `returnTo`. */
export const startLink = async (returnTo: string): Promise<void> => (await steps()).startLink(returnTo);

/** Presents the return code that came by the link; never rejects for reasons of the server's. */
export const finishLink = async (code: string): Promise<LinkOutcome> => (await steps()).finishLink(code);

/** Where the unfinished linking was started. */
export const rememberedReturn = async (): Promise<string | undefined> => (await steps()).rememberedReturn();

/** Gives the provincial ID back; answers what went wrong, if anything. */
export const unlink = async (): Promise<AppError | undefined> => (await steps()).unlink();
