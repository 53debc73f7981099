// Who sees a text, of those its author may know of: read from the server, never worked out here.
import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { type Audience, type Entry, previewAudience } from '../../shared/entries.ts';
import { call } from '../api/call.ts';
import { useCase } from '../cases/case-room.tsx';
import { locale, t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { SeenBy } from '../ui/paper.tsx';
import { Popover } from '../ui/popover.tsx';
import styles from './share-dialog.module.css';

export const useReaders = (
  entryId: () => string | undefined,
  audience: () => Audience | undefined,
  version: () => number = () => 0,
) => {
  const room = useCase();
  return useQuery(() => ({
    // People and grounds change who reads; a new count of either asks again.
    queryKey: [
      'readers',
      entryId(),
      version(),
      room.workspace().members.length,
      room
        .workspace()
        .grounds.map((one) => [one.id, one.withdrawnAt])
        .join(' '),
      JSON.stringify(audience() ?? null),
    ],
    queryFn: () => {
      const [id, body] = [entryId(), audience()];
      if (id === undefined || body === undefined) throw new Error('nothing to ask about');
      return call(previewAudience, { params: { entryId: id }, body });
    },
    enabled: entryId() !== undefined && audience() !== undefined,
    placeholderData: (before) => before,
    refetchOnWindowFocus: false,
  }));
};

export type Readers = NonNullable<ReturnType<typeof useReaders>['data']>;

/** The names, by agency. */
/** @param marks says of each whether they gain it compared with now */
export function ReaderNames(props: { readers: Readers; marks?: boolean }): JSX.Element {
  const room = useCase();
  const groups = () => {
    const byAgency = new Map<string, Readers['people']>();
    for (const person of props.readers.people) {
      const agency = room.workspace().agencies.find((one) => one.id === person.agencyId);
      const name = agency ? (locale() === 'sv' ? agency.nameSv : agency.nameFi) : t('agency.family');
      byAgency.set(name, [...(byAgency.get(name) ?? []), person]);
    }
    return [...byAgency];
  };
  return (
    <Show when={groups().length > 0} fallback={<p>{t('assessment.nobodyElse')}</p>}>
      <ul class={styles.names}>
        <For each={groups()}>
          {([agency, people]) => (
            <li>
              <strong>{agency}</strong>
              <span>
                <For each={people}>
                  {(one, index) => (
                    <>
                      {index() > 0 && ', '}
                      {one.name}
                      <Show when={props.marks && one.gains}>
                        {' '}
                        <em class={styles.gains}>{t('sharing.gainsMark')}</em>
                      </Show>
                    </>
                  )}
                </For>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** Who sees it now and would not any more, and whether it has been on their screen. */
export function Losing(props: { readers: Readers }): JSX.Element {
  return (
    <Show when={props.readers.losing.length > 0}>
      <Notice tone="amber" title={t('sharing.losing')}>
        {props.readers.losing
          .map((one) => `${one.name} (${t(one.hasRead ? 'sharing.losingRead' : 'sharing.losingUnread')})`)
          .join(', ')}
      </Notice>
    </Show>
  );
}

/** Each agency that the text cannot reach, and for want of what; with a way to record it where one may. */
export function MissingGrounds(props: {
  missing: Readers['missing'];
  onRecord?: ((missing: Readers['missing'][number]) => void) | undefined;
}): JSX.Element {
  return (
    <For each={props.missing}>
      {(one) => (
        <Notice tone="amber">
          {t('assessment.missingGround', {
            agency: locale() === 'sv' ? one.agencyNameSv : one.agencyNameFi,
            what: t(`dataClass.${one.dataClass}`).toLocaleLowerCase(),
          })}{' '}
          {one.guardians.length > 0 && t('members.consentMissing', { names: one.guardians.join(', ') })}{' '}
          {one.why === 'prohibited' && `(${t('sharing.prohibited')})`}
          <Show when={one.why !== 'prohibited' && props.onRecord}>
            {(record) => (
              <Button size="small" onClick={() => record()(one)}>
                {t('sharing.recordHere')}
                <span class="visually-hidden">
                  : {locale() === 'sv' ? one.agencyNameSv : one.agencyNameFi}
                </span>
              </Button>
            )}
          </Show>
        </Notice>
      )}
    </For>
  );
}

const placeWords = {
  address: 'cases.address',
  municipality: 'cases.municipality',
  school: 'cases.school',
} as const;

/** Under turvakielto, before a text goes outside the home agency that seems to tell where the child is. */
export function TellsWhere(props: { places: Readers['tellsWhere'] }): JSX.Element {
  const what = () => props.places.map((place) => t(placeWords[place]).toLocaleLowerCase()).join(', ');
  return (
    <Show when={props.places.length > 0}>
      <Notice tone="amber">{t('assessment.tellsWhere', { what: what() })}</Notice>
    </Show>
  );
}

/** Beside an own shared text: how many see it as it is typed, and who on demand. */
export function LiveReaders(props: { entry: Entry }): JSX.Element {
  const readers = useReaders(
    () => props.entry.id,
    () => props.entry.audience,
    () => props.entry.version,
  );
  return (
    <Show when={readers.data}>
      {(data) => (
        <Popover
          size="small"
          icon="eye"
          name={t('assessment.whoSees')}
          label={t('assessment.live', { count: data().people.length })}
        >
          <SeenBy people={data().people.length} agencies={data().agencies} />
          <ReaderNames readers={data()} />
        </Popover>
      )}
    </Show>
  );
}
