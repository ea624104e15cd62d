import { relative } from 'node:path';

/** Mutants nobody needs to see, with the reason the report gives. */
const SQL = /^\s*(select|insert|update|delete|with)\s/i;
const PROSE = /[^\p{ASCII}]/u;
const ENGLISH = /^[A-Z][^]*[.]$/;

const textOf = (node) =>
  node.type === 'StringLiteral' ? node.value : node.quasis.map(({ value }) => value.raw).join('…');

const isNote = (node) => node?.type === 'CallExpression' && node.callee.name === 'note';
const isCallOf = (node, names) =>
  node?.type === 'CallExpression' && node.callee.type === 'MemberExpression' && names.includes(node.callee.object.name);

function reasonFor(path) {
  const { node, parent } = path;
  if (node.type === 'NewExpression' && node.callee.name?.endsWith('Error'))
    return 'the words of an error nobody reads but us';
  if (isNote(node) || isCallOf(node, ['log', 'console'])) return 'a line of the log';
  if (node.type !== 'StringLiteral' && node.type !== 'TemplateLiteral') return undefined;
  if (parent?.type === 'ImportDeclaration') return undefined;
  const text = textOf(node);
  if (SQL.test(text)) return 'SQL: an empty statement always fails';
  if (PROSE.test(text) || ENGLISH.test(text)) return 'words for people';
  return undefined;
}

/** Says each mutant nobody noticed when it is found, so that a run that is cut short has told something. */
class Tells {
  onMutantTested({ status, fileName, location, mutatorName, replacement }) {
    if (status !== 'Survived' && status !== 'Timeout') return;
    const place = `${relative(process.cwd(), fileName)}:${location.start.line}:${location.start.column}`;
    console.log(`${status.toLowerCase()} ${place} ${mutatorName} → ${String(replacement).split('\n')[0]}`);
  }
}

export const strykerPlugins = [
  { kind: 'Ignore', name: 'house', value: { shouldIgnore: reasonFor } },
  { kind: 'Reporter', name: 'tells', injectableClass: Tells },
];
