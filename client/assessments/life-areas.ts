// The life areas without the contract's schemas, which are too heavy for a page. The compiler keeps the list complete.
import type { LifeArea } from '../../shared/vocabulary.ts';

export type { LifeArea };

const all: Record<LifeArea, true> = {
  'growth-and-development': true,
  health: true,
  'mental-health': true,
  'school-and-learning': true,
  substances: true,
  'family-relations': true,
  parenting: true,
  'everyday-life-and-livelihood': true,
  housing: true,
  'free-time': true,
  friends: true,
  'safety-and-violence': true,
  'digital-life': true,
  'culture-and-language': true,
};
export const lifeAreas = Object.keys(all) as LifeArea[];
