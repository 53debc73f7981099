-- Found when each condition of requests was taken away and looked at.

-- Who is beside a request is said with the affiliation now (sides_of): these two have no caller any more.
drop function access.people_beside(uuid);
drop function access.people_beside_absent(uuid);

-- A number under which somebody writes could be taken in a text that was not theirs, and in one that was finished.
alter policy own on document_clients with check (
  person_id = (select app.person()) and affiliation_id is not distinct from (select app.affiliation())
  and exists (select from documents d where d.id = document_id and d.frozen_at is null and access.writes_document(d.scope_kind, d.scope_id)));
