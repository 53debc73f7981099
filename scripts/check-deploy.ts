// Checks what can be checked of the production set-up without a container engine: the compose file against its schema
// (dclint), the Dockerfile with a validator, and that these, the Caddyfile, the settings and their documentation agree.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { z } from 'zod';
import { settingNames } from '../server/config.ts';

const service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
});
const compose = z.object({
  services: z.record(z.string(), service),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

const read = (path: string): string => readFileSync(path, 'utf8');

const dockerfile = (): string[] => {
  const text = read('Dockerfile');
  const faults = validate(text).map(({ range, message }) => `Dockerfile:${range.start.line + 1}: ${message}`);
  const fromContext = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    (copy) => copy[1]?.split(' ') ?? [],
  );
  const missing = fromContext.filter((path) => !existsSync(path));
  const last = text.slice(text.lastIndexOf('\nFROM '));
  return [
    ...faults,
    ...missing.map((path) => `Dockerfile: copies ${path}, which does not exist`),
    ...(/^USER (?!root\b)\S+$/m.test(last)
      ? []
      : ['Dockerfile: the image must run as a user other than root']),
    ...(/^HEALTHCHECK /m.test(last) ? [] : ['Dockerfile: the image has no health check']),
  ];
};

const composeFile = (): string[] => {
  const { status, stdout } = spawnSync('dclint', ['docker-compose.yml'], { encoding: 'utf8' });
  const { services, secrets } = compose.parse(parse(read('docker-compose.yml'), { merge: true }));
  const faults = status === 0 ? [] : [stdout];
  for (const [name, { image, environment, secrets: used }] of Object.entries(services)) {
    for (const secret of used) {
      if (!(secret in secrets))
        faults.push(`docker-compose.yml: ${name} uses the undeclared secret ${secret}`);
    }
    if (!image.startsWith('rinki:')) continue;
    for (const [setting, value] of Object.entries(environment)) {
      if (!settingNames.includes(setting))
        faults.push(`docker-compose.yml: ${name} sets ${setting}, unknown to Rinki`);
      const secret = value.startsWith('/run/secrets/') ? value.slice('/run/secrets/'.length) : undefined;
      if (secret && !used.includes(secret))
        faults.push(`docker-compose.yml: ${name} lacks the secret ${secret}`);
    }
  }
  const script = read('deploy/make-secrets.sh');
  const unmade = Object.keys(secrets).filter((name) => !script.includes(`\nmake ${name} `));
  return [...faults, ...unmade.map((name) => `deploy/make-secrets.sh: does not make ${name}`)];
};

const caddyfile = (): string[] => {
  const text = read('Caddyfile');
  const { services } = compose.parse(parse(read('docker-compose.yml'), { merge: true }));
  const processes = Object.entries(services).filter(
    ([name, { image }]) => image.startsWith('rinki:') && name !== 'migrate',
  );
  const upstreams = processes.map(([name, { environment }]) => `${name}:${environment.PORT}`).join(' ');
  const open = text.split('{').length === text.split('}').length;
  return [
    ...(processes.length >= 2 ? [] : ['docker-compose.yml: fewer than two processes']),
    ...(text.includes(`reverse_proxy ${upstreams} {`)
      ? []
      : [`Caddyfile: must pass requests on to ${upstreams}`]),
    ...(open ? [] : ['Caddyfile: a brace is missing']),
  ];
};

const documentation = (): string[] => {
  const text = read('docs/operations.md');
  return settingNames
    .filter((name) => !name.endsWith('_FILE') && !text.includes(`\`${name}\``))
    .map((name) => `docs/operations.md: does not describe ${name}`);
};

const faults = [...composeFile(), ...dockerfile(), ...caddyfile(), ...documentation()];
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'The production set-up agrees with itself.' : `${faults.length} faults.`);
if (faults.length > 0) process.exitCode = 1;
