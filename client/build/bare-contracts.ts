// A Vite plugin: of a route's contract the browser needs its name, method, path and kind of file. What describes it to
// people and what the server checks by is left out of the bundle.
import { type Plugin, parseSync } from 'vite';

const serversOwn = new Set(['summary', 'who', 'errors', 'response', 'body', 'params', 'query']);

type Node = { readonly type: string; readonly start: number; readonly end: number } & Record<string, unknown>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

const isContract = (node: Node): boolean => {
  const callee = node['callee'];
  return node.type === 'CallExpression' && isNode(callee) && callee['name'] === 'route';
};

/** The places of a source that describe a contract to others than the browser. */
const superfluous = (node: Node): Node[] => {
  if (!isContract(node)) return childrenOf(node).flatMap(superfluous);
  const [declared] = (node['arguments'] as unknown[]).filter(isNode);
  return (declared ? childrenOf(declared) : []).filter((property) => {
    const key = property['key'];
    return isNode(key) && serversOwn.has(String(key['name']));
  });
};

export const bareOf = (path: string, code: string): string => {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return superfluous(program as unknown as Node).reduceRight((rest, { start, end }) => {
    const comma = /^\s*,/.exec(rest.slice(end))?.[0].length ?? 0;
    return rest.slice(0, start) + rest.slice(end + comma);
  }, code);
};

export function bareContracts(): Plugin {
  return {
    name: 'rinki:bare-contracts',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/[\\/]shared[\\/][a-z-]+\.ts$/.test(id) || !code.includes('route({')) return;
      return { code: bareOf(id, code), map: null };
    },
  };
}
