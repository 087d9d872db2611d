-- Another system is handed the documents of a case that it examines; that it was is an answer as any other.
alter table offered_answer drop constraint offered_answer_outcome_check;
alter table offered_answer add constraint offered_answer_outcome_check check (
  outcome in (
    'valid', 'ended', 'none', 'yes', 'no', 'the-service-must-say', 'subscribed', 'unsubscribed', 'suspended',
    'handed-over'
  )
);
