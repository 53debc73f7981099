// Requests of a crowd to one server, over connections that are kept.
import { Agent, request } from 'node:http';

export type Answer = { readonly status: number; readonly text: string };
export type Asking = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
) => Promise<Answer>;

/** @param port asked for anew with each request */
export const createAsking = (port: () => number): Asking => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return (method, path, headers, body) =>
    new Promise((resolve, reject) => {
      const asked = request({ port: port(), host: '127.0.0.1', method, path, headers, agent }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      });
      asked.once('error', reject);
      asked.end(body);
    });
};
