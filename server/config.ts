// The environment, parsed once. Nothing else in the server reads process.env; docs/operations.md lists every setting.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type ClamdAddress, clamdAddressOf } from './platform/scanning/clamd.ts';

/** A setting that is wrong or missing, in words that name the variable. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const port = z.coerce.number('must be a number from 0 to 65535').int().min(0).max(65_535);
const address = z.string().min(1).max(2_000);
const databaseUrl = address.regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://');

const origin = address.refine((text) => {
  const url = URL.parse(text);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.origin === text;
}, 'must be an origin such as https://rinki.example.fi, without a path or a slash at the end');

const secretKey = z
  .string()
  .refine(
    (text) =>
      Buffer.from(text, 'base64').length === 32 && Buffer.from(text, 'base64').toString('base64') === text,
    'must be 32 random bytes in base64; make one with: openssl rand -base64 32',
  );

const clamd = address.transform((text, at) => {
  const known = clamdAddressOf(text);
  if (known !== null) return known;
  at.addIssue('must be host:port or the path of a Unix socket, such as clamav:3310 or /run/clamav/clamd.ctl');
  return z.NEVER;
});

const environment = z.object({
  PORT: port.default(3000),
  HOST: address.optional(),
  DATABASE_URL: databaseUrl.optional(),
  MIGRATION_DATABASE_URL: databaseUrl.optional(),
  RINKI_DATA_DIR: address.optional(),
  RINKI_MODE: z.enum(['demo', 'production']).optional(),
  NODE_ENV: z.string().optional(),
  PUBLIC_ORIGIN: origin.optional(),
  TRUSTED_PROXIES: address.optional(),
  SMTP_URL: address.regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://').optional(),
  MAIL_FROM: z.string().min(3).max(320).default('Rinki <no-reply@localhost>'),
  METRICS_PORT: port.optional(),
  METRICS_TOKEN: z.string().min(24, 'must have at least 24 characters').max(500).optional(),
  CLAMD_ADDRESS: clamd.optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  SECRET_KEY: secretKey.optional(),
});

/** Settings that may come from a file, so that no secret stands in the process's environment. */
const fromFiles = [
  'DATABASE_URL',
  'MIGRATION_DATABASE_URL',
  'SMTP_URL',
  'METRICS_TOKEN',
  'SECRET_KEY',
] as const;

/** Every setting by name, for the check that docs/operations.md describes them all. */
export const settingNames: readonly string[] = [
  ...Object.keys(environment.shape),
  ...fromFiles.map((name) => `${name}_FILE`),
];

export type Config = {
  readonly mode: 'demo' | 'production';
  readonly port: number;
  readonly host: string;
  /** Where browsers find this installation; cookies, links in mails and the Origin check follow it. */
  readonly publicOrigin: string;
  /** Addresses whose X-Forwarded-For is believed, as Fastify's trustProxy takes them; undefined: nobody's. */
  readonly trustedProxies: string | undefined;
  /** Undefined: the embedded PostgreSQL is started. */
  readonly databaseUrl: string | undefined;
  /** The login that owns the tables; it runs migrations and nothing else. */
  readonly migrationDatabaseUrl: string | undefined;
  /** Undefined: the embedded database chooses a folder that its account can reach. */
  readonly dataDir: string | undefined;
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string };
  readonly metrics: { readonly port: number | undefined; readonly token: string | undefined };
  /** Who looks at files; undefined: nobody, and only whoever added one gets it. */
  readonly clamdAddress: ClamdAddress | undefined;
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  /** 32 bytes. Undefined only in demo mode, where one is kept in the data directory. */
  readonly secretKey: Buffer | undefined;
};

const withFiles = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const settings = { ...env };
  for (const name of fromFiles) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    if (env[name]) throw new ConfigError(`${name} and ${name}_FILE are both set; set one of them.`);
    try {
      settings[name] = readFileSync(file, 'utf8').trim();
    } catch {
      throw new ConfigError(`${name}_FILE names a file that cannot be read: ${file}`);
    }
  }
  return settings;
};

const parse = (env: NodeJS.ProcessEnv): z.infer<typeof environment> => {
  // An empty value means "not set": that is how compose files and shells pass on a variable that nobody filled in.
  const filled = Object.fromEntries(Object.entries(withFiles(env)).filter(([, value]) => value !== ''));
  const result = environment.safeParse(filled);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
  );
};

const required = (name: string, value: unknown): void => {
  if (value === undefined) throw new ConfigError(`${name} is required in production mode.`);
};

/**
 * Reads the settings from the environment.
 * @throws ConfigError with one line per wrong setting, each beginning with the variable's name.
 */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const set = parse(env);
  const forProduction = set.NODE_ENV === 'production';
  const mode = set.RINKI_MODE ?? (set.DATABASE_URL === undefined && !forProduction ? 'demo' : 'production');
  if (mode === 'demo' && forProduction) {
    throw new ConfigError(
      'RINKI_MODE: demo is refused while NODE_ENV is production: everybody knows the demo password.',
    );
  }
  if (mode === 'production') {
    required('DATABASE_URL', set.DATABASE_URL);
    required('SECRET_KEY', set.SECRET_KEY);
    required('PUBLIC_ORIGIN', set.PUBLIC_ORIGIN);
  }
  if (set.METRICS_PORT !== undefined && set.METRICS_TOKEN !== undefined) {
    throw new ConfigError('METRICS_PORT and METRICS_TOKEN are both set; set one of them.');
  }
  return {
    mode,
    port: set.PORT,
    host: set.HOST ?? (mode === 'demo' ? '127.0.0.1' : '0.0.0.0'),
    publicOrigin: set.PUBLIC_ORIGIN ?? `http://localhost:${set.PORT}`,
    trustedProxies: set.TRUSTED_PROXIES,
    databaseUrl: set.DATABASE_URL,
    migrationDatabaseUrl: set.MIGRATION_DATABASE_URL ?? set.DATABASE_URL,
    dataDir: set.RINKI_DATA_DIR === undefined ? undefined : resolve(set.RINKI_DATA_DIR),
    mail: { smtpUrl: set.SMTP_URL, from: set.MAIL_FROM },
    metrics: { port: set.METRICS_PORT, token: set.METRICS_TOKEN },
    clamdAddress: set.CLAMD_ADDRESS,
    logLevel: set.LOG_LEVEL,
    secretKey: set.SECRET_KEY === undefined ? undefined : Buffer.from(set.SECRET_KEY, 'base64'),
  };
};
