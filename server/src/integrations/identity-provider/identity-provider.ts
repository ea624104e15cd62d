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
  assurance: string | null;
}

/** What must be remembered between the hop to the provider and the way back. */
export interface LoginAttempt {
  state: string;
  nonce: string;
  codeVerifier: string;
}

export type LoginOutcome =
  | { outcome: 'verified'; identity: VerifiedIdentity }
  /** The person said no, or the provider did not let them in. */
  | { outcome: 'not-verified' };

/** The provincial ID, by OpenID Connect. Refuses `identity-unavailable` while it does not answer. */
export interface IdentityProvider {
  begin(): Promise<LoginAttempt & { url: string }>;
  finish(attempt: LoginAttempt, answer: URLSearchParams): Promise<LoginOutcome>;
}
