// Pieces of statements about acts on a request.

export const step = (act: string, on = '<claimed>', target = 'null', message = 'null', ground = 'null') =>
  `select access.step_consultation(${on}, '${act}', 'x', ${target}, ${message}, ${ground})`;
export const ground = `'{"kind": "joint-contact", "statute": null, "evidence": "x", "covers": ["education"]}'`;
export const inService = (who: string, service = 'service', role = 'lead') =>
  `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
   values (<${service}>, <${who}>, <${who}@>, '${role}', now() - interval '1 minute', <holder@>)`;
export const ended = (table: string, where: string) =>
  `update ${table} set ends_at = now() - interval '1 second' where ${where}`;
export const personEnded = (who: string) =>
  `update people set ended_at = now() - interval '1 second' where id = <${who}>`;
/** Where an update had lost the row that it is about, others would have changed. */
export const othersStay = `(select state = 'sent' and changed_at <> now() from consultations where id = <sent>)`;
