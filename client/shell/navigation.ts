// The rooms in the side navigation. Which of them a person gets is said by the server's abilities; this only knows
// their words, icons and addresses.
import type { MessageKey } from '../i18n/index.ts';
import type { IconName } from '../ui/icon.tsx';

export type NavItem = {
  href: string;
  label: MessageKey &
    `shell.${'today' | 'children' | 'consultations' | 'services' | 'meetings' | 'team' | 'people' | 'administration' | 'emergencies' | 'myMatters'}`;
  icon: IconName;
  /** Open things behind it; 0 shows none. */
  count?: number | undefined;
};

export const rooms = {
  today: { href: '/', label: 'shell.today', icon: 'today' },
  children: { href: '/children', label: 'shell.children', icon: 'child' },
  myMatters: { href: '/my', label: 'shell.myMatters', icon: 'ring' },
  consultations: { href: '/consultations', label: 'shell.consultations', icon: 'chat' },
  services: { href: '/services', label: 'shell.services', icon: 'chat' },
  meetings: { href: '/meetings', label: 'shell.meetings', icon: 'meeting' },
  emergencies: { href: '/break-glass/uses', label: 'shell.emergencies', icon: 'eye' },
  administration: { href: '/administration', label: 'shell.administration', icon: 'sliders' },
} as const satisfies Record<string, NavItem>;
