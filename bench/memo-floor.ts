// The floor of the memo bench: a bare relay of Yjs updates, without persistence, access or authorship. Whatever somebody sends goes to
// everybody else; whoever comes gets what was sent so far.
import { type WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { settingsOf, tell } from './processes.ts';

const { port } = await settingsOf<{ port: number }>();
const doc = new Y.Doc();
const sockets = new Set<WebSocket>();
const server = new WebSocketServer({ port, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  socket.on('message', (data: Buffer) => {
    Y.applyUpdate(doc, data);
    for (const other of sockets) if (other !== socket) other.send(data);
  });
  socket.send(Y.encodeStateAsUpdate(doc));
});
server.on('listening', () => tell({ port }));
