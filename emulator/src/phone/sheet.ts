import { button, h } from './dom.ts';

export interface SheetChoice<T> {
  label: string;
  /** undefined: the sheet stays open. */
  result: () => T | undefined;
  isMain?: boolean;
}

/** A sheet from below over the phone's screen: a dialog that takes the focus and gives it back. */
export function showSheet<T>(
  layer: HTMLElement,
  sheet: { title: string; content: readonly (Node | string)[]; choices: readonly SheetChoice<T>[]; closed: T },
): { result: Promise<T>; close: (value: T) => void } {
  const before = document.activeElement;
  let settle: (value: T) => void = () => undefined;
  const result = new Promise<T>((resolve) => (settle = resolve));
  const titleId = `sheet-${Math.random().toString(36).slice(2)}`;

  const close = (value: T): void => {
    veil.remove();
    if (before instanceof HTMLElement) before.focus();
    settle(value);
  };
  const buttons = sheet.choices.map((choice) =>
    button(
      choice.label,
      () => {
        const value = choice.result();
        if (value !== undefined) close(value);
      },
      { class: choice.isMain === true ? 'main' : '' },
    ),
  );
  const dialog = h(
    'div',
    { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': titleId, tabindex: '-1' },
    button('×', () => close(sheet.closed), { class: 'close', 'aria-label': 'Đóng' }),
    h('h2', { id: titleId }, sheet.title),
    ...sheet.content,
    h('div', { class: 'choices' }, ...buttons),
  );
  const veil = h('div', { class: 'veil' }, dialog);
  veil.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close(sheet.closed);
  });
  layer.append(veil);
  dialog.focus();
  return { result, close };
}
