/** What the provincial ID vouches for, whatever the dialect of its claims. */
export interface VerifiedIdentity {
  issuer: string;
  subject: string;
  /** 12 digits. */
  idNumber: string;
  fullName: string;
  /** `yyyy-mm-dd` */
  birthDate: string | null;
  address: string | null;
  /** As the provider wrote it. */
  assurance: string | null;
}

/** What must be remembered between the hop to the provider and the way back. */
export interface LoginAttempt {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** How well a provider knows a person, in the words of Decree 69/2024: level 1, level 2; 0 when it does not say. */
export type AssuranceLevel = 0 | 1 | 2;

export type LoginOutcome =
  | { outcome: 'verified'; identity: VerifiedIdentity }
  /** Somebody, but not known well enough for the province. */
  | { outcome: 'assurance-too-low' }
  /** The person said no, or the provider did not let them in. */
  | { outcome: 'not-verified' };

/** The provincial ID, by OpenID Connect. Refuses `identity-unavailable` while it does not answer. */
export interface IdentityProvider {
  begin(): Promise<LoginAttempt & { url: string }>;
  finish(attempt: LoginAttempt, answer: URLSearchParams): Promise<LoginOutcome>;
}
