// An answer that is JSON already: put together by the database, so that nothing here takes it apart and writes it again.
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';

export class WrittenJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Apps that hold every such answer against its contract, as other answers are: all but those in production. */
const checking = new WeakSet<FastifyInstance>();
export const checkWritten = (app: FastifyInstance): void => void checking.add(app);

/** @throws where this app checks and the text does not fit */
export const requireFitting = (app: FastifyInstance, contract: z.ZodType, { text }: WrittenJson): void => {
  if (checking.has(app)) contract.parse(JSON.parse(text));
};
