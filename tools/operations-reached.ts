import { resolve } from 'node:path';
import ts from 'typescript';
import { operationTable, type OperationId } from '../contract/index.ts';

const root = resolve(import.meta.dirname, '..');
const ours = resolve(root, 'src');
const apiRoom = resolve(ours, 'api');
const pages = `${resolve(ours, 'pages')}/`;

/** What of the api room sends; each takes the operation's id first. They end the way; the rest of that room is followed. */
const sending = ['callOperation', 'useOperation', 'usePages', 'useAct'];
/** What is done at an address of the server that is written out: pictures and tables are fetched, files are sent (tus). */
const methodsOfAddresses = ['get', 'post', 'patch', 'head'];
/** Under this name the place is written where files of a sort are sent. */
const placeOfFiles = 'endpoint';

function openSources(): ts.Program {
  const settings = ts.readConfigFile(resolve(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { fileNames, options } = ts.parseJsonConfigFileContent(settings.config, ts.sys, root);
  return ts.createProgram(fileNames, options);
}

/** `/files/${id}` as the contract writes it, with every part in braces alike; undefined for what is no fixed text. */
function addressIn(node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  const whole = node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
  return whole.replace(/[?].*$/, '');
}

function operationsAt(address: string): OperationId[] {
  return (Object.keys(operationTable) as OperationId[]).filter((id) => {
    const { path, method } = operationTable[id];
    return path.replace(/\{\w+\}/g, '{}') === address && methodsOfAddresses.includes(method);
  });
}

/** A function of the api room by which others send: which operation, its caller says. */
function isEnd(declaration: ts.Declaration): boolean {
  if (!declaration.getSourceFile().fileName.startsWith(`${apiRoom}/`)) return false;
  const name = ts.getNameOfDeclaration(declaration);
  return name !== undefined && ts.isIdentifier(name) && [...sending, 'apiAddress'].includes(name.text);
}

function isLazyImport(node: ts.CallExpression): boolean {
  return node.expression.kind === ts.SyntaxKind.ImportKeyword;
}

/**
 * Says which operations of the contract a piece of the app can send: from a file's default export (or a whole file) on,
 * every function, component and value that is named is followed to where it is written, through doors and lazy imports,
 * until a call into the api room. What is only imported beside it is not followed. It is what can be reached, not
 * what is sent each time: a condition in the code (a level, a tap) is not looked at.
 */
export function readSources() {
  const program = openSources();
  const checker = program.getTypeChecker();
  const asked = new Set<OperationId>();

  function declarationsOf(symbol: ts.Symbol | undefined): readonly ts.Declaration[] {
    if (symbol === undefined) return [];
    const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return real.declarations ?? [];
  }

  /** What a name stands for. A name taken out of an object is, too, what the object has under it. */
  function meaningsOf(name: ts.Identifier): readonly ts.Declaration[] {
    const found = [...declarationsOf(checker.getSymbolAtLocation(name))];
    const { parent } = name;
    if (ts.isShorthandPropertyAssignment(parent)) {
      found.push(...declarationsOf(checker.getShorthandAssignmentValueSymbol(parent)));
    }
    if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent)) {
      const property = parent.propertyName ?? parent.name;
      const key = ts.isIdentifier(property) ? property.text : '';
      found.push(...declarationsOf(checker.getTypeAtLocation(parent.parent).getProperty(key)));
    }
    return found;
  }

  function fileBehind(specifier: ts.Node | undefined): ts.SourceFile | undefined {
    const symbol = specifier && checker.getSymbolAtLocation(specifier);
    return symbol?.declarations?.find((declaration) => ts.isSourceFile(declaration));
  }

  function defaultOf(file: ts.SourceFile): readonly ts.Declaration[] {
    const symbol = checker.getSymbolAtLocation(file);
    return declarationsOf(symbol && checker.tryGetMemberInModuleExports('default', symbol));
  }

  function collect(starts: readonly ts.Node[], { intoPages }: { intoPages: boolean }): OperationId[] {
    const operations = new Set<OperationId>();
    const seen = new Set<ts.Node>();
    const open: ts.Node[] = [...starts];

    const follow = (declarations: readonly ts.Declaration[]): void => {
      for (const declaration of declarations) {
        if (declaration.getSourceFile().fileName.startsWith(`${ours}/`) && !isEnd(declaration)) open.push(declaration);
      }
    };

    const addAt = (address = ''): void => {
      for (const id of operationsAt(address)) operations.add(id);
    };

    const readPlace = ({ name, initializer }: ts.PropertyAssignment): void => {
      if (!ts.isIdentifier(name) || name.text !== placeOfFiles || !ts.isStringLiteralLike(initializer)) return;
      addAt(initializer.text);
      addAt(`${initializer.text}/{}`);
    };

    const readCall = (node: ts.CallExpression): void => {
      if (isLazyImport(node)) {
        const file = fileBehind(node.arguments[0]);
        if (file !== undefined && (intoPages || !file.fileName.startsWith(pages))) follow(defaultOf(file));
        return;
      }
      if (!ts.isIdentifier(node.expression)) return;
      const [called] = declarationsOf(checker.getSymbolAtLocation(node.expression));
      if (called === undefined || !isEnd(called)) return;
      const { text: name } = node.expression;
      const [first] = node.arguments;
      if (sending.includes(name)) {
        if (first === undefined || !ts.isStringLiteralLike(first) || !(first.text in operationTable)) {
          throw new Error(`${node.getSourceFile().fileName}: ${node.getText()}: the operation is not written out`);
        }
        operations.add(first.text as OperationId);
        asked.add(first.text as OperationId);
      } else {
        addAt(addressIn(first));
      }
    };

    const read = (node: ts.Node): void => {
      if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
      if (ts.isTypeAliasDeclaration(node)) return;
      if (ts.isCallExpression(node)) readCall(node);
      if (ts.isPropertyAssignment(node)) readPlace(node);
      if (ts.isIdentifier(node)) follow(meaningsOf(node));
      ts.forEachChild(node, read);
    };

    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      read(node);
    }
    const order = Object.keys(operationTable);
    return [...operations].sort((one, other) => order.indexOf(one) - order.indexOf(other));
  }

  function sourceOf(path: string): ts.SourceFile {
    const file = program.getSourceFile(resolve(root, path));
    if (file === undefined) throw new Error(`${path} is no source of the mini app`);
    return file;
  }

  return {
    /** What a screen's file can send once it is opened. */
    ofScreen: (path: string): OperationId[] => collect(defaultOf(sourceOf(path)), { intoPages: true }),
    /** Of what was found so far: what is asked by its id, for which the phone needs its row of the contract. */
    asked: (): ReadonlySet<OperationId> => asked,
    /** What the app itself can send, whatever screen is open. */
    ofApp: (path: string): OperationId[] => collect([sourceOf(path)], { intoPages: false }),
  };
}
