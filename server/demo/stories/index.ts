// The children of the demo region, each in another stage.
import type { Storyteller } from '../storyteller.ts';
import { tellAino } from './aino.ts';

export const stories: readonly ((teller: Storyteller) => Promise<void>)[] = [tellAino];
