// The demo's secret key: made once and kept in the data folder, so that a restart signs nobody out. In production the
// key comes from the settings, since several processes share it.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the 32 bytes kept in this folder, making them the first time. Only the current user may read the file. */
export const keepSecretKey = (folder: string): Buffer => {
  const file = join(folder, 'secret-key');
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(32).toString('base64'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
};
