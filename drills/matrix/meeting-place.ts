// The cast of the matrix of meetings, and the meeting put into each situation.
import {
  ground,
  invite,
  inviteColleague,
  inviteFamily,
  openACase,
  see,
} from '../../server/testing/case-parts.ts';
import { act, convened, invitedTo, newTeam, proposed, visitsOf } from '../../server/testing/meeting-parts.ts';
import type { Person, World } from '../../server/testing/open-world.ts';
import { beginSection, moveMeeting } from '../../shared/meetings.ts';
import type { MeetingPlace, MeetingSituation, Section } from './meeting-rules.ts';

export type PlacedMeeting = {
  readonly people: Readonly<Record<MeetingPlace, Person>>;
  readonly meetingId: string;
  readonly items: { readonly first: string; readonly second: string };
  readonly cases: { readonly first: string; readonly second: string };
  readonly sections: Readonly<Record<Section, { readonly id: string; readonly documentId: string }>>;
  readonly put: (situation: MeetingSituation) => Promise<void>;
};

const states: Readonly<Record<MeetingSituation, readonly [meeting: string, first: string, second: string]>> =
  {
    planned: ['planned', 'planned', 'planned'],
    opened: ['open', 'planned', 'planned'],
    'first discussed': ['open', 'current', 'planned'],
    between: ['open', 'discussed', 'planned'],
    'second discussed': ['open', 'discussed', 'current'],
    ended: ['ended', 'discussed', 'discussed'],
    cancelled: ['cancelled', 'planned', 'planned'],
  };

export const placeMeeting = async (world: World): Promise<PlacedMeeting> => {
  const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const school = await world.agency('education', 'Meriniemen koulu');
  const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
  const worker = (name: string) => world.professional(name, home, 'social-worker');
  const teacher = (name: string) => world.professional(name, school, 'special-teacher');
  const arja = await world.professional('Arja Hallinto', home, 'administrator');
  const kaisa = await world.professional('Kaisa Salo', home, 'consultant-social-worker');
  const [leena, oskar] = [await worker('Leena Kallio'), await worker('Oskar Nyström')];
  const [idle, beside, was] = [
    await worker('Tiina Tiimi'),
    await worker('Bea Berg'),
    await worker('Eeva Entinen'),
  ];
  const elsewhere = await world.alsoIn(kaisa.id, school, 'special-teacher');
  const counsellor = await world.professional('Vesa Vieras', home, 'social-counsellor');
  const [maria, uninvited, late, gone, left] = [
    await teacher('Maria Lind'),
    await teacher('Ulla Ulkona'),
    await teacher('Aune Aika'),
    await teacher('Pirjo Peruttu'),
    await teacher('Lauri Lähtenyt'),
  ];
  const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
  const minna = await world.family('Minna Virtanen');
  const ngo = await world.agency('ngo', 'Perheiden tuki');
  const shut = await world.professional('Kiira Kielletty', ngo, 'ngo-worker');
  const team = await newTeam(arja, home, kaisa, leena, oskar, idle, was);
  await world.superuser('update team_members set ends_at = now() where affiliation_id = $1', [
    was.affiliationId,
  ]);

  const shared = ground(['coordination', 'shared-goal']);
  const aino = await openACase(leena);
  await inviteColleague(leena, aino, kaisa);
  await inviteColleague(leena, aino, beside);
  const asVisitor = { role: 'visiting', toThem: null, fromThem: null };
  await invite(leena, aino, counsellor, asVisitor);
  for (const one of [maria, uninvited, late, gone, left])
    await invite(leena, aino, one, { toThem: shared, fromThem: shared });
  await invite(leena, aino, shut, { toThem: shared, fromThem: shared });
  await inviteFamily(leena, aino, minna, 'guardian');
  const elsa = await openACase(oskar, { childName: 'Elsa Niemi', childGivenName: 'Elsa' });
  await inviteColleague(oskar, elsa, kaisa);
  await invite(oskar, elsa, sari, { toThem: shared, fromThem: shared });

  const meetingId = await convened(kaisa, team);
  const first = await proposed(oskar, meetingId, elsa);
  const second = await proposed(leena, meetingId, aino);
  await invitedTo(oskar, elsa, first, sari);
  for (const one of [counsellor, maria, minna, late, gone, left]) await invitedTo(leena, aino, second, one);
  // Past the server, which would ask nobody to a table where others may not know of them.
  await world.superuser(
    `insert into agenda_visits (item_id, meeting_id, case_id, membership_id, from_at, until_at, invited_by, invited_at, changed_at)
     select v.item_id, v.meeting_id, v.case_id, m.id, v.from_at, v.until_at, v.invited_by, now(), now()
     from agenda_visits v, memberships m where v.item_id = $1 and m.case_id = v.case_id and m.person_id = $2 limit 1`,
    [second, shut.id],
  );
  const visitIdOf = async (one: Person): Promise<string> => (await visitsOf(one))[0]?.id ?? '';
  await world.superuser(
    `update agenda_visits set from_at = now() + interval '1 hour', until_at = now() + interval '2 hours' where id = $1`,
    [await visitIdOf(late)],
  );
  await world.superuser('update agenda_visits set withdrawn_at = now() where id = $1', [
    await visitIdOf(gone),
  ]);
  const put = async (situation: MeetingSituation): Promise<void> => {
    const [meeting, ofFirst, ofSecond] = states[situation];
    for (const [item, state] of [
      [first, ofFirst],
      [second, ofSecond],
    ])
      await world.superuser(
        `update agenda_items set state = $2, phase = case when $2 = 'planned' then null else 0 end,
           phase_at = case when $2 = 'planned' then null else now() end where id = $1`,
        [item, state],
      );
    await world.superuser('update meetings set state = $2 where id = $1', [meetingId, meeting]);
  };
  await kaisa.do(moveMeeting, act(meetingId, 'open'));
  await put('second discussed');
  const begin = (who: Person, phase: string | null) =>
    who.do(beginSection, { params: { itemId: second }, body: { phase } });
  const sections = {
    shared: await begin(leena, 'curious'),
    team: await begin(leena, 'safety'),
    'school’s own': await begin(maria, null),
  };
  const place = (await see(leena, aino)).members.find((m) => m.personId === left.id);
  await world.superuser('update memberships set ends_at = now() where id = $1', [place?.id]);
  await world.superuser(
    `insert into grounds (case_id, acl_key, kind, effect, from_agency_id, to_agency_id, data_classes, evidence, valid, recorded_by, recorded_at)
     select id, acl_key, 'guardian-consent', 'prohibit', owner_agency_id, $2, '{coordination}', 'x', tstzrange(now() - interval '1 minute', null),
       opened_by, now() from cases where id = $1`,
    [aino, ngo],
  );
  await world.superuser('select access.derive_case($1)', [aino]);
  await world.superuser('update streams set access_epoch = access_epoch + 1 where id = $1', [aino]);
  return {
    people: {
      'chair, in both cases': kaisa,
      'of the team, in the second case': leena,
      'of the team, in the first case': oskar,
      'of the team, in no case': idle,
      'of the second case’s home team, not of the team': beside,
      'was of the team': was,
      'chair, acting elsewhere': await (await world.signIn(kaisa.signInName)).actIn(elsewhere),
      'visits the second from the own agency': counsellor,
      'visits the second from the school': maria,
      'visits the second from home': minna,
      'visits the first from the clinic': sari,
      'of the school, in the second case, not invited': uninvited,
      'of the school, invited for another time': late,
      'of the school, no longer invited': gone,
      'of the school, invited, whose place in the case has ended': left,
      'invited to the second, and shut out of its case by a prohibition': shut,
      'colleague in no case': await worker('Kalle Kollega'),
      stranger: await world.professional('Outi Utelias', clinic, 'psychiatrist'),
    },
    meetingId,
    items: { first, second },
    cases: { first: elsa, second: aino },
    sections,
    put,
  };
};
