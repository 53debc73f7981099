// A waiting mail as it stands in its table: of a case or a request, or of a meeting.
import type { MeetingKind } from '../../shared/meeting.ts';
import type { queuedMeetingStages } from './meeting-texts.ts';
import type { MailStage } from './texts.ts';

type Common = {
  readonly id: string;
  readonly person_id: string;
  readonly path: string;
  readonly at: Date;
  readonly attempts: number;
};

export type CaseRow = Common & {
  readonly stage: MailStage;
  readonly case_number: string;
  readonly due_on: string | null;
  readonly guest_link_id: string | null;
  readonly calendar_uid: null;
};

export type MeetingRow = Common & {
  readonly stage: (typeof queuedMeetingStages)[number];
  readonly calendar_uid: string;
  readonly calendar_sequence: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly meeting_kind: MeetingKind;
};

export type Row = CaseRow | MeetingRow;
