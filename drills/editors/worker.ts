// A share of the schedules in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { runShare, type Share } from '../editors.ts';

parentPort?.postMessage(await runShare(workerData as Share));
