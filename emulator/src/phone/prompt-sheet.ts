import type { Prompt, ScriptedAnswer } from '../native/prompts.ts';
import { h } from './dom.ts';
import { qrForm } from './qr-reader.ts';
import { showSheet } from './sheet.ts';
import { scopeWords, sheetWords } from './words.ts';

interface Asked {
  content: Node[];
  /** What "yes" carries; undefined: not ready to say yes. */
  value: () => { value?: unknown } | undefined;
}

function contentOf(prompt: Prompt, accept: (value: unknown) => void): Asked {
  if (prompt.kind === 'authorize') {
    const list = h('ul', {}, ...scopeWords(prompt).map((words) => h('li', {}, words)));
    return { content: [list], value: () => ({}) };
  }
  if (prompt.kind === 'scan-qr') {
    const form = qrForm(accept);
    return { content: [form.element], value: () => (form.content() === '' ? undefined : { value: form.content() }) };
  }
  if (prompt.kind === 'pick-media') {
    const input = h('input', { type: 'file', id: 'media', multiple: true });
    const label = h('label', { for: 'media' }, 'Tệp trong máy');
    const chosen = (): File[] => [...(input.files ?? [])];
    return { content: [label, input], value: () => (chosen().length === 0 ? undefined : { value: chosen() }) };
  }
  return { content: [], value: () => ({}) };
}

/** Asks the person in front of the phone. */
export function askPerson(layer: HTMLElement, prompt: Prompt, appName: string): Promise<ScriptedAnswer> {
  const words = sheetWords(prompt, appName);
  const asked = contentOf(prompt, (value) => sheet.close({ kind: 'grant', value }));
  const grant = (): ScriptedAnswer | undefined => {
    const given = asked.value();
    return given === undefined ? undefined : { kind: 'grant', ...given };
  };
  const sheet = showSheet<ScriptedAnswer>(layer, {
    title: words.title,
    content: [h('p', {}, words.body), ...asked.content],
    choices: [
      ...(words.allow === null ? [] : [{ label: words.allow, result: grant, isMain: true }]),
      { label: words.refuse, result: (): ScriptedAnswer => ({ kind: 'deny' }) },
    ],
    closed: { kind: 'cancel' },
  });
  return sheet.result;
}
