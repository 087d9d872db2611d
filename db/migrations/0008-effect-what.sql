-- What an effect gave, or as what it ended something, whatever becomes of that afterwards: a status
-- that is held again does not say any more how it had ended.
alter table effect add column what text;
update effect set what = ended_as
from decision, status
where effect = 'end' and decision.id = effect.decision
  and number = target and ended_by = decided_by;
update effect set what = kind from status where effect = 'issue' and number = target;
