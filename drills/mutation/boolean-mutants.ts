// Removes the conditions of a source one by one: an operand of `&&` becomes true, one of `||` false, a test is answered
// both ways, a returned answer is turned round. Each result is a program that lacks one rule.
import { parseSync } from 'vite';

export type Mutant = {
  readonly path: string;
  readonly line: number;
  /** What was there, and what stands there instead. */
  readonly was: string;
  readonly becomes: string;
  readonly text: string;
  /** Its whole line, by which it is known whatever stands above it. */
  readonly context: string;
};

type Node = { readonly type: string; readonly start: number; readonly end: number } & Record<string, unknown>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );

const bare = (node: Node): Node =>
  node.type === 'ParenthesizedExpression' && isNode(node['expression']) ? bare(node['expression']) : node;

const isLogical = (node: Node): boolean =>
  node.type === 'LogicalExpression' && ['&&', '||'].includes(String(node['operator']));

/** Does the source itself say that this is an answer yes or no? */
const isAnswer = (node: Node): boolean => {
  const { type, operator } = bare(node);
  if (type === 'BinaryExpression') return ['===', '!==', '<', '<=', '>', '>='].includes(String(operator));
  if (type === 'UnaryExpression') return operator === '!';
  if (type === 'Literal') return typeof bare(node)['value'] === 'boolean';
  if (type !== 'CallExpression') return false;
  const callee = bare(node)['callee'];
  const property = isNode(callee) ? callee['property'] : undefined;
  return isNode(property) && ['some', 'every', 'includes', 'has'].includes(String(property['name']));
};

type Change = { readonly node: Node; readonly becomes: string };

const changesOf = (node: Node): Change[] => {
  const both = (of: unknown): Change[] =>
    isNode(of) && !isLogical(bare(of)) ? ['true', 'false'].map((becomes) => ({ node: of, becomes })) : [];
  switch (node.type) {
    case 'LogicalExpression': {
      if (!isLogical(node)) return [];
      const becomes = node['operator'] === '&&' ? 'true' : 'false';
      return [node['left'], node['right']]
        .filter(isNode)
        .filter((side) => !isLogical(bare(side)) || bare(side)['operator'] !== node['operator'])
        .map((side) => ({ node: side, becomes }));
    }
    case 'IfStatement':
    case 'ConditionalExpression':
      return both(node['test']);
    case 'ReturnStatement': {
      const answer = node['argument'];
      return isNode(answer) && isAnswer(answer) ? both(answer) : [];
    }
    case 'ArrowFunctionExpression': {
      const body = node['body'];
      return isNode(body) && isAnswer(body) ? both(body) : [];
    }
    default:
      return [];
  }
};

export const mutantsOf = (path: string, source: string): Mutant[] => {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: Mutant[] = [];
  const walk = (node: Node): void => {
    for (const { node: place, becomes } of changesOf(node)) {
      const was = source.slice(place.start, place.end);
      if (was === becomes) continue;
      found.push({
        path,
        line: source.slice(0, place.start).split('\n').length,
        was,
        becomes,
        context: (source.split('\n')[source.slice(0, place.start).split('\n').length - 1] ?? '').trim(),
        text: `${source.slice(0, place.start)}${becomes}${source.slice(place.end)}`,
      });
    }
    for (const child of childrenOf(node)) walk(child);
  };
  walk(program as unknown as Node);
  return found;
};

export const nameOf = ({ path, line, was, becomes }: Mutant): string =>
  `${path}:${line}: ${was.replaceAll(/\s+/g, ' ')} → ${becomes}`;

/** Its name without the number of its line, which changes with whatever is written above. */
export const knownAs = ({ path, context, was, becomes }: Mutant): string =>
  `${path}: ${was.replaceAll(/\s+/g, ' ')} → ${becomes} in: ${context}`;
