-- The log of a case has one door, `read_whole_log`: the narrower one that it took the place of is asked by nobody.
drop function access.read_case_log(uuid, timestamptz, uuid, int);
