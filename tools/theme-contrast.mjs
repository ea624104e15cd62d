// Contrast of the colour pairs of a theme, by WCAG 2.2.

/** [text or mark, ground, least ratio]: 4.5 for text, 3 for what is only a shape. */
export const readableThemePairs = [
  ['ink', 'page', 4.5],
  ['ink', 'card', 4.5],
  ['ink', 'mute', 4.5],
  ['ink-2', 'page', 4.5],
  ['ink-2', 'card', 4.5],
  ['ink-2', 'mute', 4.5],
  ['brand', 'card', 4.5],
  ['brand', 'page', 4.5],
  ['brand', 'brand-soft', 4.5],
  ['brand-strong', 'brand-soft', 4.5],
  ['on-brand', 'brand', 4.5],
  ['on-brand-2', 'brand', 4.5],
  ['on-brand', 'brand-strong', 4.5],
  ['act', 'act-soft', 4.5],
  ['act', 'card', 4.5],
  ['ok', 'ok-soft', 4.5],
  ['ok', 'card', 4.5],
  ['bad', 'bad-soft', 4.5],
  ['bad', 'card', 4.5],
  ['field-line', 'card', 3],
  ['field-line', 'page', 3],
  ['act-line', 'act-soft', 3],
];

function luminance(css, name) {
  const hex = new RegExp(`--${name}:\\s*#([0-9a-f]{6})\\b`, 'i').exec(css)?.[1];
  if (hex === undefined) return null;
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Ratio of two variables of a theme, or null when one is missing or not written as #rrggbb. */
export function contrast(css, text, ground) {
  const [one, other] = [luminance(css, text), luminance(css, ground)];
  if (one === null || other === null) return null;
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
