// What of the changes in one's cases is told: the family hears nothing of what the professionals arrange among themselves.
import type { Today } from '../../shared/today.ts';
import { familyKind } from '../cases/activity-kinds.ts';
import { session } from '../sessions/session.ts';

export const toldChanges = (changed: Today['changed']): Today['changed'] =>
  session()?.family ? changed.filter((one) => familyKind(one.activity) !== undefined) : changed;
