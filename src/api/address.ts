import { province } from '#config';

/** The full address of a path on the province's server, for what is not a typed call (uploads, documents). */
export function apiAddress(path: string): string {
  return province.api.origin + path;
}
