/** A text message as a phone got it. */
export interface TextMessage {
  /** The sender's. */
  id: string;
  /** The gateway's. */
  messageId: string;
  at: number;
  /** `84…` */
  to: string;
  text: string;
}
