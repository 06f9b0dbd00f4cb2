import { fileURLToPath } from 'node:url';
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isCallExpression,
  isElementAccessExpression,
  isPropertyAccessExpression,
} from 'typescript/unstable/ast/is';
import { API, type Checker, type Type, TypeFlags } from 'typescript/unstable/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Lines of a function from its first to its last, those of functions in it among them. */
const MOST_LINES = 50;
const IS_FUNCTION: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.FunctionExpression,
  SyntaxKind.ArrowFunction,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.Constructor,
]);

let api: API;
let checker: Checker;
let files: SourceFile[];

beforeAll(() => {
  api = new API({ cwd: ROOT });
  const [project] = api.updateSnapshot({ openProjects: [`${ROOT}tsconfig.json`] }).getProjects();
  if (project === undefined) throw new Error('The project cannot be opened.');
  checker = project.checker;
  files = project.program.getSourceFileNames().flatMap((name) => {
    const path = name.startsWith(ROOT) ? name.slice(ROOT.length) : '';
    if (!/^(src|commands)\//.test(path) || path.startsWith('src/store/generated/')) return [];
    return project.program.getSourceFile(name) ?? [];
  });
});
afterAll(() => api.close());

/** Places in our sources, as `file:line: text`. */
function found(look: (node: Node, file: SourceFile) => Node | undefined): { file: string; at: string; key: Node }[] {
  return files.flatMap((file) => {
    const places: { file: string; at: string; key: Node }[] = [];
    const visit = (node: Node): void => {
      const key = look(node, file);
      if (key !== undefined) {
        const line = file.text.slice(0, node.getStart(file)).split('\n').length;
        const name = file.fileName.slice(ROOT.length);
        places.push({ file: name, at: `${name}:${line}: ${node.getText(file)}`, key });
      }
      node.forEachChild(visit);
    };
    visit(file);
    return places;
  });
}

/** Whether a key of this type may be any text, and so `constructor`. */
function isAnyText(type: Type | undefined): boolean {
  if (type === undefined) return true;
  if (type.flags & TypeFlags.Union) return (type as Type & { getTypes(): readonly Type[] }).getTypes().some(isAnyText);
  return (type.flags & (TypeFlags.String | TypeFlags.Any | TypeFlags.Unknown)) !== 0;
}

describe('our sources', () => {
  it('are looked through', () => {
    expect(files.length).toBeGreaterThan(400);
  });

  it('look nothing up by text that an object inherits: by ownValue, a Map, or a key of a known kind', () => {
    const lookups = found((node) => {
      if (isElementAccessExpression(node)) return node.argumentExpression;
      if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword) return node.left;
      return undefined;
    }).filter(({ file }) => file !== 'src/engine/basics/own-value.ts');
    expect(lookups.length).toBeGreaterThan(100);
    const types = checker.getTypeAtLocation(lookups.map(({ key }) => key));
    expect(lookups.filter((_, index) => isAnyText(types[index])).map(({ at }) => at)).toEqual([]);
  });

  it('ask for the time of day by timeOfDay: `new Date()` is that of this machine, whose clock may be wrong', () => {
    const asked = found((node, file) => (node.getText(file) === 'new Date()' ? node : undefined));
    expect(asked.map(({ at }) => at)).toEqual([]);
  });

  it('have no function of more than 50 lines', () => {
    const long = found((node, file) => {
      if (!('body' in node) || node.body === undefined || !IS_FUNCTION.has(node.kind)) return undefined;
      return node.getText(file).split('\n').length > MOST_LINES ? node : undefined;
    });
    expect(long.map(({ at }) => at.split('\n')[0])).toEqual([]);
  });

  it('make folders by makeFolder: Node’s recursive way never ends under /proc', () => {
    const made = found((node, file) => {
      if (!isCallExpression(node)) return undefined;
      const text = node.getText(file);
      return /^(\w+\.)?mkdir(Sync)?\(/.test(text) && /recursive/.test(text) ? node : undefined;
    });
    expect(made.map(({ at }) => at)).toEqual([]);
  });

  it('print on the command line by print alone, which lets nothing steer the terminal', () => {
    const written = found((node, file) => {
      if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return undefined;
      const { expression, name } = node.expression;
      const isOutput = /std(out|err)|stream/i.test(expression.getText(file)) && name.getText(file) === 'write';
      return isOutput || /^console\./.test(node.getText(file)) ? node : undefined;
    }).filter(({ file }) => /^src\/(cli|app)\//.test(file) && file !== 'src/cli/print/print.ts');
    expect(written.map(({ at }) => at)).toEqual([]);
  });
});
