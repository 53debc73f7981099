import { describe, expect, test } from 'vitest';
import { readSource } from './check-imports.ts';
import { findViolations } from './import-rules.ts';

const check = (path: string, text: string) => findViolations([readSource(path, text)]);

describe('the direction of imports', () => {
  test.each([
    ['client/cases/page.tsx', `import { x } from '../../server/cases/index.ts';`],
    ['client/cases/page.tsx', `import type { X } from '../../server/cases/index.ts';`],
    ['client/cases/page.tsx', `const page = () => import('../../server/cases/index.ts');`],
    ['client/cases/page.tsx', `export * from '../../server/cases/index.ts';`],
    ['shared/case.ts', `import { x } from '../server/cases/index.ts';`],
    ['shared/case.ts', `import { x } from '../client/cases/page.tsx';`],
    ['server/cases/read.ts', `import { x } from '../../client/cases/page.tsx';`],
    ['server/platform/db/pool.ts', `import { x } from '../../access/grounds.ts';`],
    ['server/platform/db/pool.ts', `import { x } from '../../cases/index.ts';`],
    ['server/platform/db/pool.ts', `import { x } from '../../config.ts';`],
    ['server/access/grounds.ts', `import { x } from '../cases/index.ts';`],
    ['server/access/grounds.ts', `import { x } from '../app.ts';`],
    ['server/access/grounds.ts', `import type { Server } from '../server.ts';`],
    ['server/cases/open-case.ts', `import { x } from '../people/queries.ts';`],
    ['server/cases/open-case.ts', `import { x } from '../testing/database.ts';`],
    ['server/cases/open-case.ts', `import { x } from '../demo/index.ts';`],
    ['client/cases/page.tsx', `import { Dialog } from '@ark-ui/solid/dialog';`],
  ])('%s must not say %s', (path, text) => {
    expect(check(path, `${text}\n`)).toHaveLength(1);
  });

  test.each([
    ['client/cases/page.tsx', `import { x } from '../../shared/case.ts';`],
    ['client/ui/dialog.tsx', `import { Dialog } from '@ark-ui/solid/dialog';`],
    ['server/cases/open-case.ts', `import { x } from '../people/index.ts';`],
    ['server/cases/open-case.ts', `import { x } from '../access/grounds.ts';`],
    ['server/cases/open-case.db.test.ts', `import { x } from '../testing/database.ts';`],
    ['server/access/grounds.ts', `import { x } from '../platform/db/pool.ts';`],
    ['server/access/grounds.ts', `import type { Context } from '../context.ts';`],
    ['server/cases/routes.ts', `import type { Server } from '../server.ts';`],
    ['server/demo/seed.ts', `import { x } from '../app.ts';`],
    ['server/app.ts', `import { x } from './cases/routes.ts';`],
    ['server/platform/db/pool.ts', `import pg from 'pg';`],
    ['e2e/first.e2e.test.ts', `import { x } from '../server/app.ts';`],
  ])('%s may say %s', (path, text) => {
    expect(check(path, `${text}\n`)).toEqual([]);
  });
});

describe('names and sizes', () => {
  test.each([
    'server/utils/dates.ts',
    'client/date-helpers.ts',
    'server/cases/common.ts',
    'shared/case-manager.ts',
  ])('%s says nothing', (path) => expect(check(path, '\n')).toHaveLength(1));

  test('a name that only contains such a word is fine', () => {
    expect(check('server/cases/commonality.ts', '\n')).toEqual([]);
  });

  test('a source has 400 lines at most, a test 600, a catalogue as many as it needs', () => {
    const lines = (count: number) => '\n'.repeat(count);
    expect(check('server/app.ts', lines(400))).toEqual([]);
    expect(check('server/app.ts', lines(401))).toHaveLength(1);
    expect(check('server/app.test.ts', lines(600))).toEqual([]);
    expect(check('server/app.test.ts', lines(601))).toHaveLength(1);
    expect(check('client/i18n/fi.ts', lines(2_000))).toEqual([]);
  });
});
