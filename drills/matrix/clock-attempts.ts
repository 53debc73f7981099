// What begins or ends by the clock, and who is told of it. Asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

const before = `now() - interval '10 seconds'`;
const since = `update clock_hints set told_until = ${before}`;
const tell = 'select count(*) from access.tell_of_time()';
const within = `now() - interval '5 seconds'`;
const hinted = (who: string) => `exists (select from events where stream_id = <${who}> and at = now())`;
const away = (change: string) => `update absences set ${change} where affiliation_id = <holder@>`;
export const clockAttempts: readonly RequestAttempt[] = [
  {
    as: 'jobs',
    says: 'tells of nothing',
    given: since,
    tries: tell,
    finds: '0',
    leaves: `select told_until = ${before} from clock_hints`,
  },
  {
    as: 'jobs',
    says: 'tells of an absence that has begun',
    given: `${since}; ${away(`starts_at = ${within}, recorded_at = now() - interval '1 day'`)}`,
    tries: `${tell.replace('count(*)', 'count(*) > 3')}`,
    finds: 'true',
    leaves: `select ${hinted('holder')} and ${hinted('stands in for the holder')} and ${hinted('asker')} and not ${hinted('stranger')}
      and not ${hinted('stands in for the lead')} is null and (select told_until = now() from clock_hints)
      and (select count(*) = 2 from events where stream_id = <holder> and at = now())`,
  },
  {
    as: 'jobs',
    says: 'tells of an absence that began before',
    given: `${since}; ${away(`starts_at = now() - interval '1 hour', recorded_at = now() - interval '1 day'`)}`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells of an absence that was recorded as it began',
    given: `${since}; ${away(`starts_at = ${within}, recorded_at = ${within}`)}`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells of an absence that was ended before it began',
    given: `${since}; ${away(`starts_at = ${within}, recorded_at = now() - interval '1 day', ended_at = now() - interval '1 hour'`)}`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells of an absence that begins later',
    given: `${since}; ${away(`starts_at = now() + interval '5 seconds'`)}`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells of an absence that is over',
    given: `${since}; ${away(`starts_at = now() - interval '1 hour', ends_at = ${within}`)}`,
    tries: `${tell.replace('count(*)', 'count(*) > 3')}`,
    finds: 'true',
    leaves: `select ${hinted('holder')} and ${hinted('asker')}`,
  },
  {
    as: 'jobs',
    says: 'tells of an absence that is over and was ended before',
    given: `${since}; ${away(`starts_at = now() - interval '1 hour', ends_at = ${within}, ended_at = now() - interval '30 minutes'`)}`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells of an absence that was over before',
    given: `${since}; ${away(`starts_at = now() - interval '1 hour', ends_at = now() - interval '30 minutes'`)}`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells of a place in a service that has ended',
    given: `${since}; update service_members set ends_at = ${within} where affiliation_id = <on call@>`,
    tries: tell,
    finds: '1',
    leaves: `select ${hinted('on call')}`,
  },
  {
    as: 'jobs',
    says: 'tells of a place that ended before',
    given: `${since}; update service_members set ends_at = starts_at where affiliation_id = <on call@>;
      update service_members set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' where affiliation_id = <on call@>`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells of a place that ends later',
    given: `${since}; update service_members set ends_at = now() + interval '5 seconds' where affiliation_id = <on call@>`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells of an affiliation that has ended',
    given: `${since}; update affiliations set ends_at = ${within} where id = <stranger@>`,
    tries: tell,
    finds: '1',
    leaves: `select ${hinted('stranger')}`,
  },
  {
    as: 'jobs',
    says: 'tells of an affiliation that ended before',
    given: `${since}; update affiliations set ends_at = now() - interval '1 hour', starts_at = now() - interval '1 day' where id = <stranger@>`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells of an affiliation that ends later',
    given: `${since}; update affiliations set ends_at = now() + interval '5 seconds' where id = <stranger@>`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells whoever is away that their substitute’s affiliation has ended',
    given: `${since}; update affiliations set ends_at = ${within} where id = <stands in for the holder@>`,
    tries: `${tell.replace('count(*)', 'count(*) > 2')}`,
    finds: 'true',
    leaves: `select ${hinted('holder')} and ${hinted('stands in for the holder')} and ${hinted('asker')}`,
  },
  {
    as: 'jobs',
    says: 'tells whoever was away that a former substitute’s affiliation has ended',
    given: `${since}; ${away('ended_at = now()')}; update affiliations set ends_at = ${within} where id = <stands in for the holder@>`,
    tries: tell,
    finds: '1',
    leaves: `select ${hinted('stands in for the holder')}`,
  },
  {
    as: 'jobs',
    says: 'tells whoever is away that their substitute’s affiliation ended before',
    given: `${since}; update affiliations set ends_at = now() - interval '1 hour', starts_at = now() - interval '1 day' where id = <stands in for the holder@>`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells whoever is away that their substitute’s affiliation ends later',
    given: `${since}; update affiliations set ends_at = now() + interval '5 seconds' where id = <stands in for the holder@>`,
    tries: tell,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'tells no former substitute that the affiliation of whoever was away has ended',
    given: `${since}; ${away('ended_at = now()')}; update affiliations set ends_at = ${within} where id = <holder@>`,
    tries: `${tell.replace('count(*)', 'count(*) > 0')}`,
    finds: 'true',
    leaves: `select ${hinted('holder')} and not ${hinted('stands in for the holder')}`,
  },
  {
    as: 'jobs',
    says: 'tells nobody beside what was closed long ago',
    given: `${since}; update consultations set state = 'closed', changed_at = now() - interval '1 year', offered_service_id = null, offered_at = null, offer_reason = null;
      update affiliations set ends_at = ${within} where id = <deputy@>`,
    tries: tell,
    finds: '1',
  },
  {
    as: 'jobs',
    says: 'tells those beside whose deputy’s affiliation has ended',
    given: `${since}; update affiliations set ends_at = ${within} where id = <deputy@>`,
    tries: `${tell.replace('count(*)', 'count(*) > 5')}`,
    finds: 'true',
    leaves: `select ${hinted('deputy')} and ${hinted('asker')} and ${hinted('member')} and (select count(*) = 2 from events where stream_id = <deputy> and at = now())`,
  },
];
