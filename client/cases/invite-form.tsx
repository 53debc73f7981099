// One person chosen: role, end, ground, what goes each way, who may know; and a summary before it is sent.
import { type JSX, onMount, Show } from 'solid-js';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { Checkbox, RadioGroup } from '../ui/choice.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useCase } from './case-room.tsx';
import { ClassChoice } from './class-choice.tsx';
import { GroundFields } from './ground-fields.tsx';
import { type Invitable, type Invitation, type Missing, needsGround, rolesFor } from './invitation.ts';
import { InviteSummary } from './invite-summary.tsx';
import styles from './members.module.css';
import { invitableAgency } from './person-search.tsx';

export function InviteForm(props: {
  person: Invitable;
  value: Invitation;
  /** What may be missing elsewhere, too: a form around this one has fields of its own. */
  missing: readonly string[];
  /** Somebody without an account: named above, always visiting, and never without an end. */
  guest?: boolean | undefined;
  onChange: (value: Invitation) => void;
}): JSX.Element {
  const { workspace } = useCase();
  let chosen: HTMLParagraphElement | undefined;
  // The list in which they were chosen is gone.
  onMount(() => chosen?.focus());
  const home = () => workspace().case.ownerAgencyId;
  const change = (part: Partial<Invitation>) => props.onChange({ ...props.value, ...part });
  const agency = () => invitableAgency(props.person);
  const lacks = (what: Missing, words: string) => (props.missing.includes(what) ? words : undefined);
  return (
    <div class={styles.form}>
      <Show when={!props.guest}>
        <p
          tabindex="-1"
          ref={(el) => {
            chosen = el;
          }}
        >
          <strong>{props.person.name}</strong>{' '}
          <Show when={props.person.profession}>
            {(profession) => <span class="quiet">{t(`profession.${profession()}`)}</span>}
          </Show>
          <br />
          <AgencyMark kind={props.person.agencyKind ?? 'family'} word={agency()} />
        </p>
      </Show>
      <div class={styles.pair}>
        <Show when={!props.guest}>
          <Select
            label={t('members.role')}
            placeholder=""
            value={props.value.role}
            options={rolesFor(props.person, home()).map((one) => ({
              value: one,
              label: t(`memberRole.${one}`),
            }))}
            onChange={(role) => change({ role })}
            error={lacks('role', t('ui.required'))}
          />
        </Show>
        <DateInput
          label={t('members.endsOn')}
          hint={t('members.endsOnHint')}
          optional={!props.guest}
          value={props.value.endsOn}
          min={isoDay(new Date())}
          onDate={(endsOn) => change({ endsOn })}
          error={lacks('endsOn', t('members.endsAhead'))}
        />
      </div>
      <TextArea
        label={t('membership.purpose')}
        hint={t('membership.purposeHint')}
        optional
        maxLength={1_000}
        value={props.value.purpose}
        onInput={(purpose) => change({ purpose })}
      />
      <Show
        when={needsGround(props.person, home())}
        fallback={
          <Show when={props.person.affiliationId === null}>
            <p>{t('members.forFamily')}</p>
          </Show>
        }
      >
        <section class={styles.part}>
          <h3>{t('members.groundTitle')}</h3>
          <p class="quiet">{t('members.groundLead', { agency: agency() })}</p>
          <GroundFields
            value={props.value.ground}
            missing={props.missing}
            onChange={(ground) => change({ ground })}
          />
          <ClassChoice
            label={t('members.toThem', { agency: agency() })}
            value={props.value.toThem}
            onChange={(toThem) => change({ toThem })}
            error={lacks('toThem', t('members.missingCoordination'))}
          />
          <ClassChoice
            label={t('members.fromThem')}
            value={props.value.fromThem}
            onChange={(fromThem) => change({ fromThem })}
            error={lacks('fromThem', t('members.needClasses'))}
          />
        </section>
      </Show>
      <section class={styles.part}>
        <RadioGroup
          label={t('members.knowTitle', { name: props.person.name })}
          value={props.value.known}
          options={[
            { value: 'us', label: t('members.knowUs') },
            { value: 'all', label: t('members.knowAll'), hint: t('members.knowAllHint') },
          ]}
          onChange={(known) => change({ known })}
        />
        <Checkbox
          label={t('members.knowFamily')}
          checked={props.value.familyKnows}
          onChange={(familyKnows) => change({ familyKnows })}
        />
      </section>
      <InviteSummary person={props.person} value={props.value} />
    </div>
  );
}
