/** The phone you can see: Zalo's home, chat and browser around the mini app, and a control panel beside it. */
import { ControlClient } from '../control-client.ts';
import type { OfficialMessage } from '../control-client.ts';
import type { HostSignal } from '../native/host-signal.ts';
import { ChatView } from './chat-view.ts';
import { ControlPanel } from './control-panel.ts';
import { h } from './dom.ts';
import { HomeView } from './home-view.ts';
import { PhoneShell } from './shell.ts';
import { listenForSignals } from './signals.ts';
import css from './styles.css';

const query = new URLSearchParams(window.location.search);
const phoneId = query.get('phone') ?? 'may-1';
const isBare = query.get('bare') === '1';

async function start(): Promise<void> {
  const control = new ControlClient(window.location.origin);
  const facts = await control.ready();
  const phoneNow = await control.phone(phoneId);
  let personId = phoneNow.personId;
  let seen = 0;

  const showHome = (): void => {
    chat.element.hidden = true;
    home.element.hidden = false;
    void refresh();
  };
  const showChat = (): void => {
    home.element.hidden = true;
    chat.element.hidden = false;
    void refresh();
  };
  const tap = (one: OfficialMessage['buttons'][number]): void => {
    const writes = one.type === 'oa.query.show';
    void control.writeToOfficialAccount(personId, writes ? one.target : '').then(refresh);
    if (one.type === 'oa.open.url') shell.openLink(one.target);
    else if (one.type === 'oa.open.phone') shell.toast(`Gọi ${one.target}`);
    else if (one.type === 'oa.open.sms') shell.toast(`Nhắn tin ${one.target}`);
  };
  const chat = new ChatView(facts.appName, {
    back: showHome,
    tap,
    write: (text) => void control.writeToOfficialAccount(personId, text).then(refresh),
    follow: () => void control.changePerson(personId, { followsOfficialAccount: true }).then(refresh),
  });
  const home = new HomeView(facts.appName, {
    openApp: () => shell.app.open(null),
    openChat: showChat,
    scan: () => void shell.scan(),
    openLink: (url) => shell.openLink(url),
  });
  const shell = new PhoneShell(facts, phoneId, { home: home.element, chat: chat.element, showChat });
  const panel = new ControlPanel(control, phoneId, { kill: () => shell.kill() });

  async function refresh(): Promise<void> {
    const [phone, people] = await Promise.all([control.phone(phoneId), control.people()]);
    personId = phone.personId;
    const [messages, texts] = await Promise.all([control.messages(personId), control.texts(personId)]);
    home.showTexts(texts);
    const follows = people.find((person) => person.id === personId)?.followsOfficialAccount === true;
    chat.show(messages, follows);
    if (!chat.element.hidden) seen = messages.length;
    const newest = messages.at(-1);
    home.showChat(newest === undefined ? '' : (newest.title ?? newest.text), Math.max(0, messages.length - seen));
    panel.show(phone, people);
    shell.setNetwork(phone.network);
  }

  const obey = (signal: HostSignal): void => {
    switch (signal.kind) {
      case 'network':
      case 'message':
        if (signal.kind === 'message') shell.toast(`${facts.appName} vừa nhắn tin`);
        return void refresh();
      case 'open-link':
        return shell.openLink(signal.url);
      case 'open-app':
        return shell.app.open(signal.path);
      case 'minimise':
        return shell.app.minimise();
      case 'resume':
        return shell.app.open(null);
      case 'kill':
        return shell.kill();
      case 'close-browser':
        return shell.browser.close();
      case 'phone-changed':
        // Another person, another Zalo: nothing of the running app is true any more.
        shell.kill();
        seen = 0;
        return void refresh();
      case 'reset':
        return window.location.reload();
    }
  };

  window.zaloPhone = { attach: (handle) => shell.attach(handle) };
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!shell.browser.isSource(event.source) || typeof event.data !== 'object' || event.data === null) return;
    const message = event.data as Readonly<Record<string, unknown>>;
    if (message.type === 'zalo:open-mini-app') shell.returnToApp(String(message.appId), String(message.path));
    if (message.type === 'zalo:checkout' && event.origin === window.location.origin) {
      const paid = { eventType: 'PAY_BY_BANK', data: { zmpOrderId: message.orderId, transId: message.transId } };
      if (message.paid === true) shell.app.emit('h5.event.webview.result', paid);
      shell.browser.close();
    }
  });

  document.head.append(h('style', {}, css));
  document.body.classList.toggle('bare', isBare);
  document.body.replaceChildren(shell.element, ...(isBare ? [] : [panel.element]));
  await refresh();
  listenForSignals(phoneId, obey);
  const open = query.get('open');
  if (open !== null) shell.openLink(open);
}

void start();
