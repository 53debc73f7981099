import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const production = {
  DATABASE_URL: 'postgres://rinki@db/rinki',
  SECRET_KEY: key,
  PUBLIC_ORIGIN: 'https://rinki.example.fi',
};

describe('the settings', () => {
  test('an empty environment is the demo on this machine alone', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ mode: 'demo', port: 3000, host: '127.0.0.1' });
    expect(config.publicOrigin).toBe('http://localhost:3000');
    expect(config.databaseUrl).toBeUndefined();
  });

  test('the public origin follows the port', () => {
    expect(readConfig({ PORT: '4100' }).publicOrigin).toBe('http://localhost:4100');
  });

  test('a database address alone means production, which asks for the rest by name', () => {
    expect(() => readConfig({ DATABASE_URL: production.DATABASE_URL })).toThrow(/^SECRET_KEY is required/);
    expect(readConfig(production)).toMatchObject({ mode: 'production', host: '0.0.0.0' });
  });

  test('migrations use the same login unless another is named', () => {
    expect(readConfig(production).migrationDatabaseUrl).toBe(production.DATABASE_URL);
    const owner = 'postgres://owner@db/rinki';
    expect(readConfig({ ...production, MIGRATION_DATABASE_URL: owner }).migrationDatabaseUrl).toBe(owner);
  });

  test('demo mode cannot be switched on where NODE_ENV is production', () => {
    expect(() => readConfig({ RINKI_MODE: 'demo', NODE_ENV: 'production' })).toThrow(/^RINKI_MODE: demo/);
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/^DATABASE_URL is required/);
  });

  test.each([
    [{ PORT: '70000' }, /^PORT: /],
    [{ PORT: 'three' }, /^PORT: /],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL: must begin/],
    [{ PUBLIC_ORIGIN: 'https://rinki.example.fi/' }, /^PUBLIC_ORIGIN: must be an origin/],
    [{ SECRET_KEY: 'short' }, /^SECRET_KEY: must be 32 random bytes/],
    [{ RINKI_MODE: 'test' }, /^RINKI_MODE: /],
    [{ SMTP_URL: 'http://mail' }, /^SMTP_URL: /],
    [{ METRICS_TOKEN: 'short' }, /^METRICS_TOKEN: /],
    [{ METRICS_PORT: '9100', METRICS_TOKEN: 'x'.repeat(24) }, /^METRICS_PORT and METRICS_TOKEN/],
  ])('%o is refused by its name', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });

  test('an empty value counts as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', SECRET_KEY: '' }).port).toBe(3000);
  });

  test('secrets come from files too, but not from both places', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rinki-config-'));
    const file = join(folder, 'key');
    writeFileSync(file, `${key}\n`);
    expect(readConfig({ SECRET_KEY_FILE: file }).secretKey).toEqual(Buffer.alloc(32, 7));
    expect(() => readConfig({ SECRET_KEY_FILE: file, SECRET_KEY: key })).toThrow(/both set/);
    expect(() => readConfig({ SECRET_KEY_FILE: '/nowhere/key' })).toThrow(/^SECRET_KEY_FILE names a file/);
    rmSync(folder, { recursive: true });
  });
});

test('where the scanner listens is a socket or a host with a port, and nobody looks at files unless it is set', () => {
  expect(readConfig({}).clamdAddress).toBeUndefined();
  expect(readConfig({ CLAMD_ADDRESS: '' }).clamdAddress).toBeUndefined();
  expect(readConfig({ CLAMD_ADDRESS: 'clamav:3310' }).clamdAddress).toEqual({ host: 'clamav', port: 3310 });
  expect(() => readConfig({ CLAMD_ADDRESS: 'clamav' })).toThrow(/^CLAMD_ADDRESS: must be host:port/);
});
