/** Who looks at a screen: anybody, a Zalo account with its phone number given, or a citizen linked to the provincial ID. */
export type Viewer = 'visitor' | 'contact' | 'citizen';

export interface Screen {
  /** Names the pictures. */
  name: string;
  /** As in a deep link. */
  path: string;
  viewer: Viewer;
  /** No network from the moment the screen is there. */
  offline?: true;
}

/** Every screen `npm run screens` takes pictures of. A new screen is one more line. */
export const screens: readonly Screen[] = [
  { name: 'home', path: '/', viewer: 'visitor' },
  { name: 'home-citizen', path: '/', viewer: 'citizen' },
  { name: 'search', path: '/tim-kiem?q=khai+sinh', viewer: 'visitor' },
  { name: 'procedures', path: '/thu-tuc', viewer: 'visitor' },
  { name: 'procedure', path: '/thu-tuc/1.001193', viewer: 'visitor' },
  { name: 'procedure-offline', path: '/thu-tuc/1.001193', viewer: 'visitor', offline: true },
  { name: 'step-up', path: '/ho-so', viewer: 'visitor' },
  { name: 'step-up-contact', path: '/ho-so', viewer: 'contact' },
  { name: 'link-not-linked', path: '/lien-ket?ket-qua=chua-lien-ket', viewer: 'contact' },
  { name: 'submit-dossier', path: '/ho-so/nop/1.001193', viewer: 'citizen' },
  { name: 'dossiers', path: '/ho-so', viewer: 'citizen' },
  { name: 'digital-citizen', path: '/cong-dan-so', viewer: 'visitor' },
  { name: 'digital-citizen-linked', path: '/cong-dan-so', viewer: 'citizen' },
  { name: 'inbox', path: '/thong-bao', viewer: 'contact' },
  { name: 'settings', path: '/cai-dat', viewer: 'visitor' },
  { name: 'about', path: '/gioi-thieu', viewer: 'visitor' },
  { name: 'terms', path: '/dieu-khoan', viewer: 'visitor' },
  { name: 'unknown-path', path: '/khong-co-trang-nay', viewer: 'visitor' },
];
