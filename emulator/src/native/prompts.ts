/** Everything at which Zalo asks the person something. */
export const PROMPT_KINDS = [
  'authorize',
  'phone-number',
  'location',
  'notification',
  'follow-oa',
  'unfollow-oa',
  'interact-oa',
  'camera',
  'scan-qr',
  'pick-media',
  'share',
  'shortcut',
  'payment-method',
  'confirm-payment',
  'scan-nfc',
] as const;
export type PromptKind = (typeof PROMPT_KINDS)[number];

/** What Zalo shows while it asks. */
export interface Prompt {
  kind: PromptKind;
  /** Scopes of an `authorize` prompt. */
  scopes?: string[];
  /** Whatever the app passed along. */
  details?: Record<string, unknown>;
}

/**
 * How a prompt ends. `deny`: the person says no. `cancel`: closes the sheet. `never`: native stays silent for ever.
 * `error`: native fails with this number. `grant` may carry what was chosen or read: a QR text, granted scopes, an NFC answer.
 */
export type ScriptedAnswer =
  | { kind: 'grant'; value?: unknown }
  | { kind: 'deny' }
  | { kind: 'cancel' }
  | { kind: 'never' }
  | { kind: 'error'; code: number; message?: string };
