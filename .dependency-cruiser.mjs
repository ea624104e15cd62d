// The law about who may import whom. The table it enforces is tools/rooms.mjs.
import { doors, packages, parts, rooms, topFiles, withoutReact } from './tools/rooms.mjs';

const tests = '[.]test[.]tsx?$';
/** The server's own tests run it against the stand-in for Zalo, as everything else does. */
const withStandIn = '^server/(test/|.*[.]test[.]ts$)';
const anyOf = (names) => `(${names.join('|')})`;
const escaped = (text) => text.replaceAll('.', '[.]').replaceAll('/', '[/]');
const where = (name) => (name.includes('.') ? `^src/${escaped(name)}$` : `^src/${name}/`);
const packageFolder = (name) =>
  name === '@dvc/contract' ? '^(node_modules/@dvc/)?contract/' : `(^|/)node_modules/${escaped(name)}/`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const roomRules = Object.entries(rooms).map(([room, allowed]) =>
  rule(
    `room-${room}`,
    `${room} leans only on: ${allowed.join(', ') || 'nothing'}`,
    { path: `^src/${room}/`, pathNot: tests },
    {
      path: '^src/',
      pathNot: [
        `^src/${anyOf([room, ...allowed])}/`,
        ...(room === 'pages' || room === 'app' ? ['^src/page-module[.]ts$'] : []),
      ],
    },
  ),
);

const topFileRules = Object.entries(topFiles).map(([file, allowed]) =>
  rule(
    `top-file-${file}`,
    `${file} leans only on: ${allowed.join(', ')}`,
    { path: where(file) },
    { path: '^src/', pathNot: [`^src/${anyOf(allowed)}/`, '[.]css$'] },
  ),
);

const packageRules = Object.entries(packages).map(([name, allowed]) =>
  rule(
    `package-${name}`,
    `${name} belongs to: ${allowed.join(', ')}`,
    { path: '^src/', pathNot: [...allowed.map(where), tests] },
    { path: packageFolder(name) },
  ),
);

const partRules = Object.entries(parts).map(([part, allowed]) =>
  rule(
    `part-${part}`,
    `${part} leans only on itself and: ${allowed.join(', ') || 'nothing'}`,
    { path: `^${part}/`, pathNot: withStandIn },
    { path: '^(src|contract|server|emulator|tools|tests)/', pathNot: `^${anyOf([part, ...allowed])}/` },
  ),
);

export default {
  forbidden: [
    ...roomRules,
    ...topFileRules,
    ...packageRules,
    ...partRules,
    rule(
      'doors',
      'Another room is entered by its door only (tools/rooms.mjs)',
      { path: '^src/([^/]+)/' },
      { path: '^src/[^/]+/', pathNot: ['^src/$1/', ...Object.values(doors), '[.]css$'] },
    ),
    rule(
      'pages-are-blind',
      'A page module knows no other page module; they link by paths from #nav',
      { path: '^src/pages/([^/]+)/' },
      { path: '^src/pages/', pathNot: '^src/pages/$1/' },
    ),
    rule(
      'server-modules-are-blind',
      'A module of the server knows no other module; the app hands it what it needs',
      { path: '^server/src/modules/([^/]+)/', pathNot: tests },
      { path: '^server/src/modules/', pathNot: '^server/src/modules/$1/' },
    ),
    rule(
      'src-stands-alone',
      'The mini app imports neither the server nor the stand-in for Zalo nor the tools',
      { path: '^src/', pathNot: tests },
      { path: '^(server|emulator|tools|tests)/' },
    ),
    rule(
      'emulator-stays-out',
      'Only tools and tests may start the stand-in for Zalo',
      { pathNot: ['^(emulator|tests|tools)/', withStandIn] },
      { path: '^emulator/' },
    ),
    rule(
      'without-react',
      'These rooms compute; they do not draw',
      { path: `^src/${anyOf(withoutReact)}/`, pathNot: tests },
      { path: '(^|/)node_modules/(react|react-dom|zmp-ui)/' },
    ),
    rule(
      'no-node-on-the-phone',
      'There is no Node on a phone',
      { path: '^(src|contract/forms)/', pathNot: [tests, '/testing/'] },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'no-development-packages',
      'What is shipped cannot lean on a development dependency',
      {
        path: '^(src|server/src|contract/forms)/',
        pathNot: [tests, '[.]d[.]ts$', '/testing/', '-(bench|fixture)[.]ts$'],
      },
      // What a room needs itself may also help the tests at the top.
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'], pathNot: '(^|/)node_modules/@types/' },
    ),
    rule('no-undeclared-packages', 'In no package.json', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    rule('no-lost-imports', 'Leads nowhere', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
    rule(
      'no-cycles',
      'Two files that need each other are one file or three',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)www/', '^[.]cache/', '[.]d[.]mts$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${import.meta.dirname}/tsconfig.json` },
    webpackConfig: { fileName: `${import.meta.dirname}/tools/doors-resolve.mjs` },
    combinedDependencies: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
    cache: { folder: '.cache/rooms', strategy: 'content' },
  },
};
