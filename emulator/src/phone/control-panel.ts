import type { ControlClient, PersonView, PhoneView } from '../control-client.ts';
import { SAMPLE_PASSWORD } from '../identity-provider/citizens.ts';
import { button, h } from './dom.ts';

const NETWORKS = [
  ['4g', '4G'],
  ['slow', 'Chậm'],
  ['none', 'Không mạng'],
] as const;

/** Beside the phone: who holds it, what network it has, what is broken. Everything goes through control, as tests do. */
export class ControlPanel {
  readonly element: HTMLElement;
  readonly #control: ControlClient;
  readonly #phoneId: string;
  readonly #body = h('div');

  constructor(control: ControlClient, phoneId: string, acts: { kill: () => void }) {
    this.#control = control;
    this.#phoneId = phoneId;
    this.element = h(
      'aside',
      { class: 'panel', 'aria-label': 'Bảng điều khiển mô phỏng' },
      h('h1', {}, 'Zalo mô phỏng'),
      h('p', {}, 'Bắt đầu: ghi tên ứng dụng vào ô tìm của Zalo, hoặc quét mã QR.'),
      h('p', { class: 'quiet' }, `Máy ${phoneId}. Không có gì ở đây đi ra ngoài máy tính này.`),
      this.#body,
      button('Tắt hẳn ứng dụng trên máy này', acts.kill),
      button('Xóa hết, làm lại từ đầu', () => void control.reset()),
    );
  }

  show(phone: PhoneView, people: readonly PersonView[]): void {
    const holder = people.find((person) => person.id === phone.personId);
    this.#body.replaceChildren(
      this.#people(phone, people),
      this.#about(holder),
      this.#networks(phone),
      this.#switches(phone),
    );
  }

  #people(phone: PhoneView, people: readonly PersonView[]): HTMLElement {
    const options = people.map((person) =>
      h('option', { value: person.id, selected: person.id === phone.personId }, person.name),
    );
    const select = h('select', { id: 'holder' }, ...options);
    select.addEventListener('change', () => this.#change({ personId: select.value }));
    return h('div', { class: 'fields' }, h('label', { for: 'holder' }, 'Người cầm máy'), select);
  }

  #about(person: PersonView | undefined): HTMLElement {
    if (person === undefined) return h('p');
    const citizen = person.citizenNumber ?? 'không có tài khoản định danh';
    const rows: [string, string][] = [
      ['Số Zalo', `0${person.phoneNumber.slice(2)}`],
      ['Mã Zalo', person.userId],
      ['Số căn cước mẫu', citizen],
      ...(person.citizenNumber === null ? [] : [['Mật khẩu mẫu', SAMPLE_PASSWORD] satisfies [string, string]]),
      ['Quan tâm tài khoản', person.followsOfficialAccount ? 'có' : 'chưa'],
    ];
    return h('dl', {}, ...rows.flatMap(([key, value]) => [h('dt', {}, key), h('dd', {}, value)]));
  }

  #networks(phone: PhoneView): HTMLElement {
    const radios = NETWORKS.map(([value, label]) => {
      const radio = h('input', { type: 'radio', name: 'network', value, checked: phone.network === value });
      radio.addEventListener('change', () => this.#change({ network: value }));
      return h('label', { class: 'choice' }, radio, label);
    });
    return h('fieldset', {}, h('legend', {}, 'Mạng'), ...radios);
  }

  #switches(phone: PhoneView): HTMLElement {
    const toggle = (label: string, isOn: boolean, set: (on: boolean) => void): HTMLElement => {
      const box = h('input', { type: 'checkbox', checked: isOn });
      box.addEventListener('change', () => set(box.checked));
      return h('label', { class: 'choice' }, box, label);
    };
    return h(
      'fieldset',
      {},
      h('legend', {}, 'Zalo trên máy'),
      toggle('Bản Zalo cũ', phone.zalo === 'old', (on) => this.#change({ zalo: on ? 'old' : 'current' })),
      toggle('iPhone', phone.os === 'ios', (on) => this.#change({ os: on ? 'ios' : 'android' })),
      toggle('Đăng nhập Zalo không trả lời', phone.login === 'dead', (on) =>
        this.#change({ login: on ? 'dead' : 'alive' }),
      ),
    );
  }

  #change(change: Parameters<ControlClient['changePhone']>[1]): void {
    void this.#control.changePhone(this.#phoneId, change);
  }
}
