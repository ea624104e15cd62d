/** What Zalo says about the person holding the phone. Empty strings are null. */
export interface ZaloPerson {
  id: string;
  name: string | null;
  /** How the Official Account knows the person; needed to send messages. */
  idByOa: string | null;
}

/** Zalo's graph, for a person's own access token. Refuses `zalo-refused` or `zalo-unavailable`. */
export interface ZaloClient {
  readPerson(accessToken: string): Promise<ZaloPerson>;
  /** Decodes a phone token; it can be used once. Written `0987654321`. */
  readPhone(accessToken: string, phoneToken: string): Promise<string>;
  /** Decodes a location token; it can be used once. */
  readLocation(accessToken: string, locationToken: string): Promise<{ lat: number; lng: number }>;
}
