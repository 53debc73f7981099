// The figures of this process, for whoever keeps it running. Names and numbers only, never anything of a person.
import { collectDefaultMetrics, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry });
