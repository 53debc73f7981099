// Under turvakielto: the texts that others can read already and that seem to tell where the child is, each with the way to it.
import { type QueryClient, useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { listTellingTexts } from '../../shared/entries.ts';
import { call } from '../api/call.ts';
import { sectionOfEntry } from '../assessments/presence.ts';
import { searchOf } from '../assessments/sections.ts';
import { t } from '../i18n/index.ts';
import { thingOf } from '../sharing/log-words.ts';
import { Notice } from '../ui/notice.tsx';
import { useCase } from './case-room.tsx';

type Texts = Awaited<ReturnType<typeof read>>;
const read = async (caseId: string) => (await call(listTellingTexts, { params: { caseId } })).texts;
const keyOf = (caseId: string) => ['telling-texts', caseId];

/** Read anew, so that it is on the page at once. */
export const readTelling = (queries: QueryClient, caseId: string): Promise<Texts> =>
  queries.fetchQuery({ queryKey: keyOf(caseId), queryFn: () => read(caseId), staleTime: 0 });

const placeWords = {
  address: 'cases.address',
  municipality: 'cases.municipality',
  school: 'cases.school',
} as const;

export function TellingTexts(props: { onLeave: () => void }): JSX.Element {
  const { caseId, workspace } = useCase();
  const texts = useQuery(() => ({ queryKey: keyOf(caseId()), queryFn: () => read(caseId()), gcTime: 0 }));
  const entryOf = (id: string) => workspace().entries.find((one) => one.id === id);
  const address = (id: string): string => {
    const entry = entryOf(id);
    const section = entry && sectionOfEntry(workspace(), entry);
    return `/cases/${caseId()}/assessment${section ? searchOf(section) : ''}`;
  };
  return (
    <Show when={(texts.data ?? []).length > 0}>
      <Notice tone="amber">
        <h3>{t('cases.tellingTitle')}</h3>
        <p>{t('cases.tellingLead')}</p>
        <ul>
          <For each={texts.data}>
            {(one) => (
              <li>
                <a href={address(one.entryId)} onClick={() => props.onLeave()}>
                  {thingOf({ kind: 'entry', given: { entryKind: one.kind, about: one.about } })}
                </a>{' '}
                <span class="quiet">
                  {t('cases.tellingNames', {
                    what: one.tells.map((place) => t(placeWords[place]).toLocaleLowerCase()).join(', '),
                  })}
                </span>
                <Show when={entryOf(one.entryId)?.state === 'frozen'}>
                  {' '}
                  <span class="quiet">{t('cases.tellingSigned')}</span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Notice>
    </Show>
  );
}
