import type { Catalogue } from '../catalogue.ts';
import { agency } from './agency.ts';
import { familyRole, profession } from './profession.ts';
import { ring } from './ring.ts';
import { saving } from './saving.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { time } from './time.ts';
import { ui } from './ui.ts';

export const sv: Catalogue = { agency, familyRole, profession, ring, saving, shell, signIn, time, ui };
