/**
 * Whether a server keeps the contract, asked over HTTP: from the contract alone, a few tokens, and what exists on that server.
 * `npm run conformance` is its command.
 */
export { contractDocument, contractOperations, type Operation } from './contract-document.ts';
export { faultsOf } from './judge.ts';
export { type ConformanceOptions, type Fixtures, type IntegrationKey, type SampleRequest } from './options.ts';
export { reportText } from './report-text.ts';
export { runConformance, type ConformanceReport } from './run.ts';
export { checkNames, type Outcome } from './tally.ts';
