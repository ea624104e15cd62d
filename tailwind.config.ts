import type { Config } from 'tailwindcss';

/** Every value is a variable of provinces/<id>/theme.css, so that another province is another theme and no other code. */
const colour = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `var(--${name})`]));

/** Space does not grow with the text size; type does. */
const space = {
  0: '0',
  px: '1px',
  0.5: '2px',
  1: 'var(--s1)',
  1.5: '6px',
  2: 'var(--s2)',
  2.5: '10px',
  3: 'var(--s3)',
  4: 'var(--s4)',
  5: 'var(--s5)',
  6: 'var(--s6)',
  8: 'var(--s8)',
  10: '40px',
  12: '48px',
  16: '64px',
  20: '80px',
  24: '96px',
  gutter: 'var(--gutter)',
  tap: 'var(--tap)',
  'tap-main': 'var(--tap-main)',
  capsule: 'var(--capsule)',
};

export default {
  content: ['./src/**/*.{ts,tsx}'],
  darkMode: ['selector', '[zaui-theme="dark"]'],
  // zmp-ui brings its own reset; a second one breaks its controls.
  corePlugins: { preflight: false },
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      inherit: 'inherit',
      white: '#ffffff',
      ...colour('brand', 'brand-strong', 'brand-soft', 'on-brand', 'on-brand-2'),
      ...colour('act', 'act-line', 'act-soft', 'act-edge', 'ok', 'ok-soft', 'bad', 'bad-soft'),
      ...colour('ink', 'ink-2', 'line', 'field-line', 'mute', 'page', 'card'),
      ...colour('rail', 'track', 'ring', 'bone', 'video'),
    },
    spacing: space,
    borderRadius: {
      none: '0',
      sm: '6px',
      btn: 'var(--r-btn)',
      card: 'var(--r-card)',
      chip: 'var(--r-chip)',
      full: '9999px',
    },
    boxShadow: { none: 'none', float: 'var(--float)' },
    fontFamily: { sans: 'var(--font)' },
    fontWeight: { normal: '400', medium: '500', semibold: '600' },
    // Nothing smaller than 16 px exists.
    fontSize: {
      base: ['var(--t-1)', { lineHeight: 'var(--lh)' }],
      lg: ['var(--t-2)', { lineHeight: 'var(--lh)' }],
      xl: ['var(--t-3)', { lineHeight: 'var(--lh-head)' }],
      '2xl': ['var(--t-4)', { lineHeight: 'var(--lh-head)' }],
    },
    extend: {
      maxWidth: { content: '640px' },
      transitionDuration: { DEFAULT: '160ms' },
      transitionTimingFunction: { DEFAULT: 'ease-out' },
    },
  },
} satisfies Config;
