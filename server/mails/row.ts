// A waiting mail as it stands in its table: of a case or a request, or of a meeting.
import type { MeetingKind } from '../../shared/meeting.ts';
import type { QueuedMeetingStage } from './meeting-stages.ts';
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
  readonly stage: QueuedMeetingStage;
  readonly calendar_uid: string;
  readonly calendar_sequence: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly meeting_kind: MeetingKind;
  readonly repeats: unknown;
  readonly occasion_at: Date | null;
};

export type Row = CaseRow | MeetingRow;
