-- A mail about a meeting carries an entry for the calendar of whoever gets it. The row says what the entry of this sequence says;
-- words, address and link are made when it is sent. Of no case: neither number nor day.
alter table mails alter column case_number drop not null;
alter table mails
  -- One for each meeting and person, so that nothing of others can be read from it; what is changed or cancelled is known by it.
  add column calendar_uid text check (length(calendar_uid) between 16 and 200),
  add column calendar_sequence int check (calendar_sequence >= 0),
  add column starts_at timestamptz,
  add column ends_at timestamptz,
  add column meeting_kind text,
  add check (num_nonnulls(calendar_uid, calendar_sequence, starts_at, ends_at, meeting_kind) in (0, 5)),
  add check (num_nonnulls(case_number, calendar_uid) = 1),
  add check ((stage in ('meeting-invitation', 'meeting-cancelled')) = (calendar_uid is not null)),
  add check (starts_at < ends_at);
create unique index mails_calendar on mails (calendar_uid, calendar_sequence) where calendar_uid is not null;

-- Nothing to send about a meeting: something later was said of it, it was cancelled before it was told, or it is over.
alter table mails drop constraint mails_skipped_why_check;
alter table mails add constraint mails_skipped_why_check
  check (skipped_why in ('signed-in', 'repeated', 'no-address', 'no-mail-server', 'link-ended', 'overtaken', 'untold', 'over'));
