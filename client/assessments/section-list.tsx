// The left side: every part of the assessment, whose turn it is, and who is there now.
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js';
import { day } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Avatar, initialsOf } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { peopleIn } from './presence.ts';
import { useAssessment } from './room.ts';
import styles from './section-list.module.css';
import { areaMark, type Mark, partMark, parts, type Section, sameSection, searchOf } from './sections.ts';

/** How a section is called; the child's own part by the child's name. */
export const sectionName = (section: Section, childName: string): string => {
  if ('area' in section) return t(`lifeArea.${section.area}`);
  if (section.part === 'child-view') return t('assessment.childView', { name: childName });
  const keys = {
    situation: 'assessment.situation',
    'parent-views': 'assessment.parentViews',
    synthesis: 'assessment.synthesis',
    signatures: 'assessment.signatures',
  } as const;
  return t(keys[section.part]);
};

function MarkWord(props: { mark: Mark }): JSX.Element {
  const due = () => ('dueOn' in props.mark ? props.mark.dueOn : null);
  const count = () => (props.mark.kind === 'count' ? props.mark : null);
  return (
    <Switch>
      <Match when={props.mark.kind === 'done'}>
        <Icon name="check" size={16} />
        <span class="visually-hidden">{t('assessment.shared')}</span>
      </Match>
      <Match when={props.mark.kind === 'mine'}>
        <span class={styles.mine}>
          {t('assessment.yourTurn')}
          <Show when={due()}>{(on) => <> {day(on())}</>}</Show>
        </span>
      </Match>
      <Match when={props.mark.kind === 'awaited'}>
        <span class={styles.awaited}>
          <span class="visually-hidden">{t('ui.awaited')} </span>
          {due() === null ? t('assessment.awaited') : day(due() ?? '')}
        </span>
      </Match>
      <Match when={props.mark.kind === 'restricted'}>
        <Icon name="lock" size={16} />
        <span class="visually-hidden">{t('ui.restricted')}</span>
      </Match>
      <Match when={count()}>
        {(one) => (
          <span class="numbers">
            {one().n}/{one().of}
          </span>
        )}
      </Match>
    </Switch>
  );
}

function SectionLink(props: { section: Section; chosen: boolean }): JSX.Element {
  const room = useAssessment();
  const mark = createMemo(() =>
    'area' in props.section
      ? areaMark(room.workspace(), room.assessment().id, props.section.area, room.me())
      : partMark(room.workspace(), room.assessment(), props.section.part, room.me()),
  );
  const people = createMemo(() => peopleIn(room.workspace(), room.presence(), props.section, room.me()));
  const member = (id: string) => room.workspace().members.find((one) => one.personId === id);
  return (
    <li>
      <a
        href={searchOf(props.section)}
        class={styles.item}
        data-mark={mark().kind}
        aria-current={props.chosen ? 'page' : undefined}
      >
        <span class={styles.word}>{sectionName(props.section, room.workspace().case.childGivenName)}</span>
        <Show when={people().length > 0}>
          <span class={styles.people}>
            <For each={people()}>
              {(one) => (
                <Avatar
                  initials={initialsOf(member(one.personId)?.name ?? '')}
                  agency={member(one.personId)?.agencyKind ?? 'family'}
                  here
                  size="small"
                  name={`${member(one.personId)?.givenName} ${t(one.writing ? 'ring.writingNow' : 'ring.hereNow')}`}
                />
              )}
            </For>
          </span>
        </Show>
        <span class={styles.mark}>
          <MarkWord mark={mark()} />
        </span>
      </a>
    </li>
  );
}

export function SectionList(props: { chosen: Section | undefined }): JSX.Element {
  const room = useAssessment();
  const is = (section: Section) => props.chosen !== undefined && sameSection(section, props.chosen);
  const [situation, ...rest] = parts;
  return (
    <nav class={styles.list} aria-label={t('assessment.sections')}>
      <ul>
        <SectionLink section={{ part: situation }} chosen={is({ part: situation })} />
        <For each={room.assessment().areas}>
          {(area) => <SectionLink section={{ area }} chosen={is({ area })} />}
        </For>
      </ul>
      <ul class={styles.second}>
        <For each={rest}>{(part) => <SectionLink section={{ part }} chosen={is({ part })} />}</For>
      </ul>
    </nav>
  );
}
