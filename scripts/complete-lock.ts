// Writes into package-lock.json the optional packages of other platforms that the registry at hand did not
// serve, so that `npm ci` works with any registry. Run after `npm install`: `npm run lock`.
import { readFileSync, writeFileSync } from 'node:fs';

type Package = {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };

const platform = (name: string): Pick<Package, 'os' | 'cpu' | 'libc'> => {
  const first = (table: [RegExp, string][]) => table.find(([shape]) => shape.test(name))?.[1];
  const os = first([
    [/darwin/, 'darwin'],
    [/android/, 'android'],
    [/win32|windows/, 'win32'],
    [/freebsd/, 'freebsd'],
    [/openbsd/, 'openbsd'],
    [/netbsd/, 'netbsd'],
    [/sunos/, 'sunos'],
    [/aix/, 'aix'],
    [/openharmony/, 'openharmony'],
    [/linux/, 'linux'],
  ]);
  const cpu = first([
    [/arm64|aarch64/, 'arm64'],
    [/arm/, 'arm'],
    [/x64|x86_64/, 'x64'],
    [/ia32|i686/, 'ia32'],
    [/ppc64/, 'ppc64'],
    [/s390x/, 's390x'],
    [/riscv64/, 'riscv64'],
    [/loong64/, 'loong64'],
    [/mips64el/, 'mips64el'],
    [/wasm/, 'wasm32'],
  ]);
  const libc = /musl/.test(name) ? 'musl' : /linux.*gnu/.test(name) ? 'glibc' : undefined;
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
};

let added = 0;
for (const [path, owner] of Object.entries(lock.packages)) {
  if (path === '') continue;
  for (const [name, range] of Object.entries(owner.optionalDependencies ?? {})) {
    if (lock.packages[`node_modules/${name}`] ?? lock.packages[`${path}/node_modules/${name}`]) continue;
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[~^]/, ''),
      ...platform(name),
      ...(owner.dev && { dev: true }),
      optional: true,
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional packages of other platforms written to package-lock.json`);
