import { button, h } from './dom.ts';

/** Zalo's document viewer. What it shows is fetched by the frame: a server that refuses is seen to refuse. */
export function documentView(file: { url: string; title: string }, close: () => void): HTMLElement {
  const title = file.title === '' ? 'Tài liệu' : file.title;
  const isPicture = /\.(png|jpe?g|webp|gif)(\?|$)/i.test(file.url);
  const content = isPicture ? h('img', { src: file.url, alt: title }) : h('iframe', { src: file.url, title });
  return h(
    'section',
    { class: 'view browser document', 'aria-label': 'Xem tài liệu' },
    h(
      'div',
      { class: 'browser-bar' },
      button('×', close, { 'aria-label': 'Đóng tài liệu', class: 'close' }),
      h('span', { class: 'address' }, title),
    ),
    h('div', { class: 'stage' }, content),
  );
}
