// The rules of the house: who may import whom, what files are called, how long they may be. Pure, so that a test can
// show each rule catching what it is there for.

export type Source = {
  readonly path: string;
  readonly lines: number;
  /** Paths from the root for the project's own files, names for packages. */
  readonly imports: readonly string[];
};

type Rule = (from: string, to: string) => string | undefined;

const top = (path: string): string => path.split('/')[0] ?? '';
const own = new Set(['server', 'client', 'shared', 'e2e', 'bench', 'drills', 'scripts', 'migrations']);
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('server/testing/');

/** The folder directly below server/ or client/; undefined for a file that lies there itself, which composes. */
const part = (path: string): string | undefined => {
  const [, folder, rest] = path.split('/');
  return rest === undefined ? undefined : folder;
};

const sides: Rule = (from, to) => {
  if (!own.has(top(to))) return undefined;
  const allowed: Record<string, string[]> = {
    shared: ['shared'],
    client: ['client', 'shared'],
    server: ['server', 'shared'],
  };
  const targets = allowed[top(from)];
  return targets && !targets.includes(top(to)) ? `${top(from)}/ must not import from ${top(to)}/` : undefined;
};

/** Parts of the server that are no nouns, lowest first; a higher one may use a lower one. */
const layers = ['platform', 'access'];

/** Types of what the composing files hand down, and which parts may be handed them. */
const given: Record<string, (part: string) => boolean> = {
  'server/config.ts': (part) => part !== 'platform',
  'server/context.ts': (part) => part !== 'platform',
  'server/server.ts': (part) => !layers.includes(part),
};

const serverLayers: Rule = (from, to) => {
  if (top(from) !== 'server' || top(to) !== 'server' || isTest(from)) return undefined;
  const [source, target] = [part(from), part(to)];
  if (target === 'testing') return 'server/testing is for tests alone';
  // The demo tells its stories through the whole app, as a person would; like the top level it composes.
  if (source === undefined || source === 'demo' || source === target) return undefined;
  if (target === 'demo') return 'only what composes the server may load the demo';
  if (given[to]?.(source)) return undefined;
  if (target === undefined) return 'a part of the server must not import what composes it';
  const [level, below] = [layers.indexOf(source), layers.indexOf(target)];
  if (level === -1) {
    const throughDoor = below !== -1 || to === `server/${target}/index.ts`;
    return throughDoor ? undefined : `a noun uses another noun only through server/${target}/index.ts`;
  }
  return below === -1 || below > level ? `server/${source} must not know server/${target}` : undefined;
};

const componentLibrary = /^@(ark-ui\/solid|kobalte\/core|corvu)(\/|$)/;

const clientDesign: Rule = (from, to) =>
  componentLibrary.test(to) && !from.startsWith('client/ui/')
    ? 'only client/ui imports a component library'
    : undefined;

const rules: readonly Rule[] = [sides, serverLayers, clientDesign];

const vagueName = /(^|[/-])(utils?|helpers?|common|managers?)([./-]|$)/;

const nameOf = (path: string): string | undefined =>
  vagueName.test(path) ? 'the name says nothing; name the one thing that the file knows' : undefined;

/** Generated files and message catalogues grow with what they list. */
const unbounded = (path: string): boolean =>
  path === 'server/platform/db/tables.ts' || /\/i18n\//.test(path) || /\.generated\.tsx?$/.test(path);

const sizeOf = ({ path, lines }: Source): string | undefined => {
  const most = /\.test\.tsx?$/.test(path) ? 600 : 400;
  return lines > most && !unbounded(path) ? `${lines} lines, at most ${most}` : undefined;
};

/** One sentence for each rule that a source breaks; none when the house is in order. */
export const findViolations = (sources: readonly Source[]): string[] =>
  sources.flatMap((source) => {
    const said = [nameOf(source.path), sizeOf(source)].flatMap((words) => words ?? []);
    const directions = source.imports.flatMap((to) =>
      rules.flatMap((rule) => {
        const words = rule(source.path, to);
        return words ? [`${words} (imports ${to})`] : [];
      }),
    );
    return [...said, ...directions].map((words) => `${source.path}: ${words}`);
  });
