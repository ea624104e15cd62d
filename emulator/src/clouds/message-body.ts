import type { MessageButton, OfficialMessage } from '../world/official-chat.ts';

const BUTTON_TYPES: readonly MessageButton['type'][] = [
  'oa.open.url',
  'oa.open.phone',
  'oa.open.sms',
  'oa.query.show',
  'oa.query.hide',
];

type Body = Pick<OfficialMessage, 'title' | 'text' | 'rows' | 'buttons'>;
export type ReadMessage = { body: Body } | { refusal: string };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const recordsOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function readButton(button: Record<string, unknown>): MessageButton | string {
  const type = BUTTON_TYPES.find((known) => known === button['type']);
  // There is no `oa.open.miniapp`: the real API refuses it in these words.
  if (type === undefined) return 'Button action type is invalid';
  const title = textOf(button['title']);
  if (title === '' || title.length > 100) return 'Button title is invalid';
  const payload = button['payload'];
  const target = isRecord(payload) ? (payload['url'] ?? payload['phone_code']) : payload;
  if (type === 'oa.open.url' && !/^https?:\/\//.test(textOf(target))) return 'Button url is invalid';
  return { type, title, target: textOf(target) };
}

function readTemplate(payload: Record<string, unknown>): ReadMessage {
  const elements = recordsOf(payload['elements']);
  const title = elements.find((element) => element['type'] === 'header' || element['title'] !== undefined);
  const texts = elements.filter((element) => element['type'] === 'text').map((element) => textOf(element['content']));
  const subtitles = elements.map((element) => textOf(element['subtitle'])).filter((text) => text !== '');
  const rows = elements
    .filter((element) => element['type'] === 'table')
    .flatMap((element) => recordsOf(element['content']))
    .map((row) => ({ key: textOf(row['key']), value: textOf(row['value']) }));
  const buttons: MessageButton[] = [];
  for (const raw of recordsOf(payload['buttons'])) {
    const button = readButton(raw);
    if (typeof button === 'string') return { refusal: button };
    buttons.push(button);
  }
  if (elements.length === 0 && textOf(payload['text']) === '') return { refusal: 'elements is empty' };
  const heading = title === undefined ? '' : textOf(title['content'] ?? title['title']);
  const text = [textOf(payload['text']), ...texts, ...subtitles].filter((part) => part !== '').join('\n');
  return { body: { ...(heading === '' ? {} : { title: heading }), text, rows, buttons } };
}

/** Reads `message` of a send call: plain text, or a template of elements and buttons. */
export function readMessage(message: unknown): ReadMessage {
  if (!isRecord(message)) return { refusal: 'message is required' };
  const attachment = message['attachment'];
  if (isRecord(attachment)) {
    const payload = attachment['payload'];
    if (attachment['type'] !== 'template' || !isRecord(payload)) return { refusal: 'attachment type is invalid' };
    const text = textOf(message['text']);
    return readTemplate(text === '' ? payload : { ...payload, text });
  }
  const text = textOf(message['text']);
  if (text === '') return { refusal: 'message.text is required' };
  if (text.length > 2_000) return { refusal: 'message.text is longer than 2000 characters' };
  return { body: { text, rows: [], buttons: [] } };
}
