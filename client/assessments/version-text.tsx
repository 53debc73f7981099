// A signed version to read: its parts in order, who signed it, what is withheld, and the same as a PDF. Used by the
// professionals' room and by the family's.
import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Match, Show, Switch } from 'solid-js';
import type { z } from 'zod';
import { getVersion, getVersionPdf, type Version, type VersionPart } from '../../shared/assessments.ts';
import { addressOf, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { date, dateTime } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice, Skeleton } from '../ui/notice.tsx';
import { Quote, RestrictedMark } from '../ui/paper.tsx';
import styles from './version.module.css';

type Part = z.infer<typeof VersionPart>;
type Signed = z.infer<typeof Version>;

export const pdfAddress = (caseId: string, versionId: string): string =>
  addressOf(getVersionPdf, { params: { caseId, versionId }, query: { language: locale() } });

const fieldsOf = (part: Part): Readonly<Record<string, string>> => {
  const fields = part.content?.fields;
  if (typeof fields !== 'object' || fields === null) return {};
  return Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
};

const titles = {
  situation: 'assessment.situation',
  'child-view': 'assessment.childViewPlain',
  'child-view-internal': 'assessment.childInternal',
  'parent-view': 'assessment.parentView',
  synthesis: 'assessment.synthesis',
  dissent: 'assessment.dissent',
  comment: 'assessment.commentOne',
} as const;

const titleOf = (part: Part): string => {
  if (part.area !== null) return t(`lifeArea.${part.area}`);
  const known = Object.keys(titles).find((key): key is keyof typeof titles => key === part.kind);
  const aboutName = part.content?.aboutName;
  const name = typeof aboutName === 'string' ? `: ${aboutName}` : '';
  return known ? t(titles[known]) + name : part.kind;
};

const labels = {
  strengths: 'assessment.strengths',
  worries: 'assessment.worries',
  agreement: 'assessment.agreement',
  conclusions: 'assessment.conclusions',
  proposals: 'assessment.proposals',
  how: 'assessment.heardHow',
  where: 'assessment.heardWhere',
  heardOn: 'assessment.heardOn',
  absence: 'assessment.absence',
  asked: 'assessment.askedChild',
  safetyCheck: 'assessment.safetyCheck',
} as const;

const authorsOf = (part: Part): string =>
  part.authors
    .map(({ name, profession, agencyFi, agencySv }) => {
      const agency = locale() === 'sv' ? agencySv : agencyFi;
      const words = profession === null ? '' : professionWord(profession);
      return [name, words, agency].filter(Boolean).join(', ');
    })
    .join(' · ');

/** A profession that a later version no longer knows is shown as it was written. */
const professionWord = (profession: string): string =>
  t(`profession.${profession}` as Parameters<typeof t>[0] & `profession.${string}`);

const evidenceOf = (fields: Readonly<Record<string, string>>): { text: string; source: string }[] => {
  const keys = [
    ...new Set(Object.keys(fields).flatMap((name) => /^evidence\.([^.]+)\./.exec(name)?.[1] ?? [])),
  ];
  return keys.sort().map((key) => ({
    text: fields[`evidence.${key}.text`] ?? '',
    source: fields[`evidence.${key}.source`] ?? '',
  }));
};

function PartText(props: { part: Part }): JSX.Element {
  const fields = () => fieldsOf(props.part);
  const main = () => fields().narrative ?? fields().synthesis ?? '';
  const coded = () =>
    Object.entries(labels).flatMap(([field, key]) => {
      const text = fields()[field];
      return text ? [{ label: t(key), text: field === 'heardOn' ? date(text) : text }] : [];
    });
  const scales = () =>
    Object.entries(fields()).flatMap(([name, value]) => {
      if (name === 'scale') return [{ label: t('assessment.howNow'), value }];
      const area = /^scale\.(.+)$/.exec(name)?.[1];
      return area ? [{ label: areaWord(area), value }] : [];
    });
  return (
    <article class={styles.part}>
      <h2>{titleOf(props.part)}</h2>
      <p class="quiet">{authorsOf(props.part)}</p>
      <Show
        when={props.part.content !== null}
        fallback={
          <p>
            <RestrictedMark word={t('assessment.withheld')} />
          </p>
        }
      >
        <Show when={main() !== ''}>
          <p class={styles.words}>{main()}</p>
        </Show>
        <Show when={fields().verbatim}>{(said) => <Quote>{said()}</Quote>}</Show>
        <For each={coded()}>
          {(one) => (
            <div>
              <h3>{one.label}</h3>
              <p class={styles.plain}>{one.text}</p>
            </div>
          )}
        </For>
        <Show when={evidenceOf(fields()).length > 0}>
          <div>
            <h3>{t('assessment.evidence')}</h3>
            <ul class={styles.evidence}>
              <For each={evidenceOf(fields())}>
                {(one) => (
                  <li>
                    {one.text}
                    <Show when={one.source}>
                      <span class="quiet"> {t('assessment.source', { source: one.source })}</span>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </div>
        </Show>
        <Show when={scales().length > 0}>
          <ul class={styles.scales}>
            <For each={scales()}>
              {(one) => (
                <li>
                  <span>{one.label}</span>
                  <strong class="numbers">{t('ui.scaleValue', { value: one.value })}</strong>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </article>
  );
}

const areaWord = (area: string): string =>
  t(`lifeArea.${area}` as Parameters<typeof t>[0] & `lifeArea.${string}`);

function Reading(props: { signed: Signed; caseId: string }): JSX.Element {
  return (
    <>
      <div class={styles.seal}>
        <Icon name="lock" size={24} />
        <div>
          <p>
            <strong>{t('assessment.version', { count: props.signed.head.version })}</strong> ·{' '}
            {dateTime(props.signed.head.signedAt)}
          </p>
          <Show when={props.signed.head.reason}>
            {(reason) => <p>{t('assessment.because', { reason: reason() })}</p>}
          </Show>
          <ul>
            <For each={props.signed.signatures}>
              {(one) => (
                <li class="quiet">
                  {one.name}, {t(`profession.${one.profession}`)}
                  <Show when={one.substituteOf}>
                    {(name) => <>, {t('membership.substituteSigned', { name: name() })}</>}
                  </Show>{' '}
                  · {dateTime(one.signedAt)}
                </li>
              )}
            </For>
          </ul>
        </div>
        <a
          class={styles.pdf}
          data-screen-only
          href={pdfAddress(props.caseId, props.signed.head.id)}
          rel="external"
          download=""
        >
          <Icon name="download" size={16} />
          {t('assessment.pdf')}
        </a>
      </div>
      <Show when={props.signed.withheld > 0}>
        <Notice>{t('assessment.withheldCount', { count: props.signed.withheld })}</Notice>
      </Show>
      <For each={props.signed.parts}>{(part) => <PartText part={part} />}</For>
      <p class={styles.hash}>{t('assessment.hash', { hash: props.signed.head.hash })}</p>
    </>
  );
}

export function VersionText(props: { caseId: string; versionId: string }): JSX.Element {
  const version = useQuery(() => ({
    queryKey: ['version', props.caseId, props.versionId],
    queryFn: ({ signal }) =>
      call(getVersion, { params: { caseId: props.caseId, versionId: props.versionId }, signal }),
  }));
  return (
    <Switch fallback={<Skeleton lines={10} />}>
      <Match when={version.isPending}>
        <Skeleton lines={10} />
      </Match>
      <Match when={version.error}>
        <ErrorNotice onRetry={() => void version.refetch()}>{wordsFor(version.error)}</ErrorNotice>
      </Match>
      <Match when={version.data}>{(data) => <Reading signed={data()} caseId={props.caseId} />}</Match>
    </Switch>
  );
}
