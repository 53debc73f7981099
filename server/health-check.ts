// What the container's health check runs: asks the server in the same container whether it is ready to work.
import { readConfig } from './config.ts';

const { port } = readConfig(process.env);
try {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_500) });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
