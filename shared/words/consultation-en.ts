// What questions, turns and outcomes of a consultation are called in English: on the screens and in the copies that each side takes.
import type { ConsultationWords } from '../consultation-words.ts';

export const questionArea: ConsultationWords['questionArea'] = {
  'worry-about-home': 'Worry about home',
  'school-attendance': 'Absence from school',
  'learning-and-support': 'Learning and support',
  behaviour: 'Behaviour',
  'mood-and-anxiety': 'Mood and anxiety',
  'self-harm': 'Self-harm',
  neuropsychiatric: 'Neuropsychiatric traits',
  substances: 'Substances',
  'violence-and-abuse': 'Violence and abuse',
  parenting: 'Parenting',
  'peer-relations': 'Friends and bullying',
  'digital-life': 'Digital life',
  transition: 'Transition, such as a change of school',
  cooperation: 'Cooperation with family or agencies',
  other: 'Other',
};

export const ageBand: ConsultationWords['ageBand'] = {
  '0-6': '0–6 years',
  '7-9': '7–9 years',
  '10-12': '10–12 years',
  '13-15': '13–15 years',
  '16-17': '16–17 years',
  '18-20': '18–20 years',
};

export const grade: ConsultationWords['grade'] = {
  none: 'Not in school',
  'pre-primary': 'Pre-primary',
  '1': 'Grade 1',
  '2': 'Grade 2',
  '3': 'Grade 3',
  '4': 'Grade 4',
  '5': 'Grade 5',
  '6': 'Grade 6',
  '7': 'Grade 7',
  '8': 'Grade 8',
  '9': 'Grade 9',
  additional: 'Preparatory education (TUVA)',
  'upper-secondary': 'Upper secondary school',
  vocational: 'Vocational education',
};

export const support: ConsultationWords['support'] = {
  'group-support': 'Group-specific support',
  'remedial-teaching': 'Remedial teaching',
  'special-teacher': 'Teaching by a special teacher',
  'pupil-specific-decision': 'Pupil-specific support',
  assistant: 'School assistant',
  'flexible-arrangements': 'Flexible arrangements',
  'school-social-worker': 'Meeting the school social worker',
  'school-psychologist': 'Meeting the school psychologist',
  'school-health': 'School health care',
  'meeting-with-guardians': 'Talk with a guardian',
  'multidisciplinary-group': 'Multidisciplinary group',
  'guided-to-service': 'Guided to a service',
};

export const absenceReason: ConsultationWords['absenceReason'] = {
  illness: 'Illness',
  permitted: 'Other permitted reason',
  unauthorised: 'Unauthorised',
  unknown: 'Reason not known',
};

export const urgency: ConsultationWords['urgency'] = {
  ordinary: 'Ordinary',
  soon: 'Soon',
  urgent: 'Urgent',
};

/** What somebody did, after their name. */
export const consultationAct: ConsultationWords['consultationAct'] = {
  send: 'sent the question',
  'begin-triage': 'read the question',
  claim: 'took the question',
  release: 'put the question back in the queue',
  'hand-on': 'handed the question on',
  'ask-more': 'asked for more',
  'tell-more': 'told more',
  answer: 'answered',
  'write-together': 'began a joint answer',
  withdraw: 'withdrew the question',
  close: 'closed the consultation',
  reopen: 'reopened the consultation',
  'set-deputy': 'changed the deputy',
  'pass-on': 'offered the question to another team',
  'take-back-passing': 'took back the passing on',
  'accept-passed': 'accepted the question passed on',
  'decline-passed': 'did not accept the question passed on',
  'invite-expert': 'invited another expert',
  'accept-invitation': 'joined as an expert',
  'decline-invitation': 'did not join as an expert',
  advise: 'gave advice',
  'propose-times': 'proposed times',
  'choose-time': 'chose a time',
  'note-talk': 'noted the talk',
  'record-outcome': 'recorded what came of it',
  'follow-up': 'told what helped',
  notify: 'made a child welfare notification',
  name: 'made a request with the child’s name',
  'mark-transferred': 'marked it as taken into the own system',
  'take-into-case': 'took it into the child’s case',
  'send-bundle': 'sent something along from the child’s case',
  attach: 'added an attachment',
  'take-back-attachment': 'took back an attachment',
};

export const messageKind: ConsultationWords['messageKind'] = {
  'asked-more': 'asked for more',
  'told-more': 'told more',
  answer: 'answered',
  advice: 'gave advice',
  'times-proposed': 'proposed times',
  'time-chosen': 'chose a time',
  'talk-noted': 'noted the talk',
};

export const talkWay: ConsultationWords['talkWay'] = {
  telephone: 'By telephone',
  video: 'By video',
  'joint-visit': 'Joint visit',
};

export const outcomeKind: ConsultationWords['outcomeKind'] = {
  'advice-was-enough': 'Advice was enough',
  'joint-visit': 'Joint visit',
  'support-plan': 'Support plan',
  'guided-to-service': 'Guided to a service',
  'contact-to-social-services': 'Contact to social services',
  'child-welfare-notification': 'Child welfare notification',
  'no-action': 'No action',
};

export const followUpAnswer: ConsultationWords['followUpAnswer'] = {
  much: 'Much',
  some: 'Somewhat',
  not: 'No',
};

export const groundKind: ConsultationWords['groundKind'] = {
  'child-consent': 'The child’s consent',
  'guardian-consent': 'A guardian’s consent',
  'disclosure-permission': 'Disclosure permission',
  statute: 'Statute',
  'joint-contact': 'Contact made together with the family',
  'vital-interest': 'Protecting life or health',
};

/** As what somebody takes part in a case. */
export const dataClass: ConsultationWords['dataClass'] = {
  coordination: 'Coordination',
  'shared-goal': 'Shared goals',
  education: 'School',
  social: 'Social care',
  health: 'Health',
  substance: 'Substances',
  hypothesis: 'The team’s working hypotheses',
  'child-voice': 'The child’s own voice',
  safety: 'Safety',
};
