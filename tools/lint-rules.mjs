// ESLint's courtesies made from the table of rooms (tools/rooms.mjs), and the few habits the house forbids.
import { doorNames, packages, rooms, withoutReact } from './rooms.mjs';

const everyRoom = Object.keys(rooms);

/** A package and everything under it, as patterns for no-restricted-imports. */
const wholePackage = (name) => [name, `${name}/*`];

/** What files of one room may not write in an import. */
function refusedImports(room) {
  const strangers = Object.keys(doorNames).filter((other) => other !== room && !rooms[room].includes(other));
  const patterns = [
    { group: ['../../*'], message: 'Use a door (#auth, #ui/…) or move the file nearer.' },
    {
      group: everyRoom.filter((other) => other !== room).flatMap((other) => [`../${other}`, `../${other}/*`]),
      message: 'Enter another room by its door.',
    },
    { group: ['node:*'], message: 'There is no Node on a phone.' },
  ];
  if (strangers.length > 0) {
    patterns.push({
      // Not a group: there, a leading # begins a comment.
      regex: `^(${strangers.map((other) => doorNames[other].replace('*', '.+')).join('|')})$`,
      message: `${room} leans only on: ${rooms[room].join(', ') || 'nothing'} (tools/rooms.mjs).`,
    });
  }
  for (const [name, owners] of Object.entries(packages)) {
    if (owners.includes(room)) continue;
    patterns.push({
      group: wholePackage(name),
      message: `${name} belongs to: ${owners.join(', ')} (tools/rooms.mjs).`,
    });
  }
  if (withoutReact.includes(room)) {
    patterns.push({ group: wholePackage('react'), message: `${room} computes; it does not draw.` });
  }
  // "pages" and "app" name each other's files with ../ and are told apart by dependency-cruiser.
  return room === 'app' ? patterns.filter(({ group }) => group?.includes('../pages') !== true) : patterns;
}

/** One ESLint block a room; tests are left to dependency-cruiser, which knows more. */
export const roomBlocks = everyRoom.map((room) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.{ts,tsx}'],
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: refusedImports(room) }] },
}));

const noEnums = { selector: 'TSEnumDeclaration', message: 'A union of strings says the same and costs nothing.' };
const noStarExport = { selector: 'ExportAllDeclaration', message: 'Name what leaves the file.' };
const noDefaultExport = [
  { selector: 'ExportDefaultDeclaration', message: 'Only screens and configs have default exports.' },
  { selector: "ExportSpecifier[exported.name='default']", message: 'Only screens and configs have default exports.' },
];

/** Anything that could lead the phone out of /zapps/<APP_ID>, where our permissions end. */
const noLeaving = [
  "AssignmentExpression[left.type='MemberExpression'][left.property.name='location']",
  "AssignmentExpression[left.name='location']",
  "AssignmentExpression[left.object.name='location']",
  "AssignmentExpression[left.object.property.name='location']",
  "CallExpression[callee.object.name='location'][callee.property.name=/^(assign|replace)$/]",
  "CallExpression[callee.object.property.name='location'][callee.property.name=/^(assign|replace)$/]",
  "CallExpression[callee.object.name='window'][callee.property.name='open']",
].map((selector) => ({ selector, message: 'Go by #nav, or open a web page by #zalo: Zalo must not lose the app.' }));

const noRawHtml = [
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Only src/ui/safe-html.tsx draws HTML.' },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Only src/ui/safe-html.tsx draws HTML.',
  },
];

/** no-restricted-syntax replaces earlier lists, so each kind of file gets its whole list. */
export function refusedSyntax({ defaultExport = false, inApp = false, rawHtml = false } = {}) {
  return [
    'error',
    noEnums,
    noStarExport,
    ...(defaultExport ? [] : noDefaultExport),
    ...(inApp ? noLeaving : []),
    ...(inApp && !rawHtml ? noRawHtml : []),
  ];
}
