// The real clamd, over its socket and over TCP: what it finds, what it is too much for, and where nobody listens.
import { createServer } from 'node:net';
import { afterAll, expect, test, vi } from 'vitest';
import { madeUpFinding, madeUpVirus, startClamd } from '../../testing/clamd.ts';
import { freePort } from '../../testing/free-port.ts';
import { clamdAddressOf, scanBytes } from './clamd.ts';

vi.setConfig({ testTimeout: 120_000 });

const at = (text: string) => {
  const address = clamdAddressOf(text);
  if (!address) throw new Error(`no address: ${text}`);
  return address;
};
const clean = Buffer.from('Aivan tavallista tekstiä.');
const infected = Buffer.concat([
  Buffer.alloc(200_000, 'a'),
  Buffer.from(madeUpVirus),
  Buffer.alloc(200_000, 'b'),
]);

test('over TCP and over a socket it finds what has the signature, and nothing else', async () => {
  const overTcp = await startClamd(afterAll, { port: await freePort() });
  const overSocket = await startClamd(afterAll, { most: 1_000_000 });
  for (const { address } of [overTcp, overSocket]) {
    expect(await scanBytes(at(address), clean)).toEqual({ is: 'clean' });
    expect(await scanBytes(at(address), infected)).toEqual({ is: 'infected', finding: madeUpFinding });
  }
  // More than it takes of one file is not called clean.
  expect(await scanBytes(at(overSocket.address), Buffer.alloc(5_000_000, 'a'))).toEqual({ is: 'unread' });
  expect(await scanBytes(at(overTcp.address), Buffer.alloc(5_000_000, 'a'))).toEqual({ is: 'clean' });
  await overSocket.stop();
  await expect(scanBytes(at(overSocket.address), clean)).rejects.toMatchObject({ name: 'ScannerAway' });
});

test('whoever listens there and is no clamd calls nothing clean', async () => {
  for (const says of [
    'stream: OK',
    'HTTP/1.1 200 OK\r\n\0',
    `${'x'.repeat(9_000)}`,
    'stream: OKAY\0',
    '\0',
    '',
  ]) {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).resume();
      socket.end(says);
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    expect([says, await scanBytes(at(`127.0.0.1:${port}`), clean)]).toEqual([says, { is: 'unread' }]);
    await new Promise((resolve) => server.close(resolve));
  }
});

test('whoever says nothing is waited for only so long', async () => {
  const server = createServer((socket) => void socket.on('error', () => undefined).resume());
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await scanBytes(at(`127.0.0.1:${port}`), clean, 200)).toEqual({ is: 'unread' });
  server.close();
});

test('an address is a path, or a host with a port', () => {
  expect(clamdAddressOf('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
  expect(clamdAddressOf('clamav:3310')).toEqual({ host: 'clamav', port: 3310 });
  expect(clamdAddressOf('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
  for (const text of [
    'clamav',
    'clamav:0',
    'clamav:99999',
    'tcp://clamav:3310',
    '::1:3310',
    ':3310',
    'a b:1',
  ])
    expect(clamdAddressOf(text)).toBeNull();
});
