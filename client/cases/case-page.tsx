// The head of every page of a case: who the child is, what can be done, and the way between the pages.
import type { JSX } from 'solid-js';
import { Show } from 'solid-js';
import { ageOn, isoDay } from '../i18n/dates.ts';
import { date, language } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { type Tab, Tabs } from '../ui/tabs.tsx';
import { useCase } from './case-room.tsx';

export function CasePage(props: { here: string; actions?: JSX.Element; children: JSX.Element }): JSX.Element {
  const { workspace, base: address, me } = useCase();
  const head = () => workspace().case;
  const tabs = (): Tab[] => {
    const base = address();
    const sharing = { href: `${base}/sharing`, label: t('cases.sharing') };
    const meetings = { href: `${base}/meetings`, label: t('cases.meetings') };
    const assessment = { href: `${base}/assessment`, label: t('cases.assessment') };
    return [
      { href: base, label: t('cases.overview'), end: true },
      ...(workspace().assessments.length > 0 ? [assessment] : []),
      ...(me() === '' ? [] : [meetings, sharing]),
    ];
  };
  const facts = () => {
    const one = head();
    return [
      [t('cases.age', { count: ageOn(one.birthDate, isoDay(new Date())) }), languagesOf(one.languages)]
        .filter((part) => part !== '')
        .join(' · '),
      one.interpreter ? t('cases.interpreter', { language: language(one.interpreter) }) : '',
      one.closedAt
        ? t('cases.closed', { date: date(one.closedAt) })
        : t('cases.opened', { date: date(one.openedAt) }),
    ].filter((part) => part !== '');
  };
  return (
    <Page
      title={head().childGivenName}
      windowTitle={`${props.here} ${head().number}`}
      facts={
        <>
          <span class="numbers">{head().number}</span>
          {facts().map((fact) => (
            <span>{fact}</span>
          ))}
        </>
      }
      actions={<Show when={props.actions}>{props.actions}</Show>}
      below={<Tabs label={head().childGivenName} tabs={tabs()} />}
    >
      {props.children}
    </Page>
  );
}

const languagesOf = (languages: readonly string[]): string =>
  languages.length === 0
    ? ''
    : t('cases.speaks', { count: languages.length, languages: languages.map(language).join(', ') });
