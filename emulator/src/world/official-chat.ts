/** A button under a message of the Official Account. */
export interface MessageButton {
  title: string;
  type: 'oa.open.url' | 'oa.open.phone' | 'oa.open.sms' | 'oa.query.show' | 'oa.query.hide';
  /** The link for `oa.open.url`, the number for `oa.open.phone`, the words for the others. */
  target: string;
}

/** One message as it lies in a person's chat with the Official Account. */
export interface OfficialMessage {
  id: string;
  at: number;
  from: 'official-account' | 'person';
  channel: 'cs' | 'template' | 'zns' | 'chat';
  title?: string;
  text: string;
  rows: { key: string; value: string }[];
  buttons: MessageButton[];
  /** ZNS only: the sender's own number for this message. */
  trackingId?: string;
  templateId?: string;
}
