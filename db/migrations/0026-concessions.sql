-- What holders of a status may, and their families, is a document of policy of its own.
alter table policy_document drop constraint policy_document_kind_check;
alter table policy_document add constraint policy_document_kind_check check (
  kind in (
    'case-type', 'procedure', 'scoring', 'status', 'calendar', 'education', 'occupations', 'laws',
    'systems', 'concessions'
  )
);
alter table policy_document drop constraint policy_document_check;
alter table policy_document add constraint policy_document_check check (
  (kind in ('procedure', 'scoring', 'concessions')) = (family is not null and in_force_from is not null)
);
