/**
 * Every column of every table, and how far what is in it can be read by somebody who holds the
 * database alone. A column that is not listed here fails `npm run check`.
 *
 * - sealed: encrypted under a key of the party, as such or in a case, or the installation's for
 *   officials; the keys themselves by the master key
 * - hashed: a hash under the secret of the house, or of something random: it leads back to nothing
 * - readable: codes, states, days, counts and random ids that name nobody
 */
type ColumnPrivacy = 'sealed' | 'hashed' | 'readable'

const all = (privacy: ColumnPrivacy, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, privacy]))

const readable = (...names: readonly string[]) => all('readable', ...names)
const sealed = (...names: readonly string[]) => all('sealed', ...names)
const hashed = (...names: readonly string[]) => all('hashed', ...names)

export const COLUMN_PRIVACY: Readonly<Record<string, Readonly<Record<string, ColumnPrivacy>>>> = {
  account: {
    ...readable('id', 'party', 'face', 'language', 'is_demonstration'),
    ...readable('confirmed_at', 'closed_at', 'created_at'),
    ...sealed('name_sealed'),
  },
  account_link: {
    ...readable('account', 'purpose', 'expires_at', 'used_at'),
    ...hashed('token_hash'),
  },
  acting_key: { ...readable('id'), ...hashed('bytes') },
  answer: {
    // Which answers are which is said field by field in the description of the type.
    ...readable('case_id', 'subject', 'block', 'version', 'readable', 'saved_at'),
    ...sealed('sealed'),
  },
  appointment: {
    ...readable('id', 'case_id', 'party', 'step', 'place', 'starts_at', 'seat', 'state'),
    ...readable('booked_at', 'changed_at', 'reminded_at', 'by_service'),
  },
  asked_ahead: readable('party', 'asked_on', 'times'),
  asking: {
    ...readable('case_id', 'mission', 'is_apart', 'account', 'asked_at'),
    ...hashed('token_hash'),
    ...sealed('token_sealed'),
  },
  attempt: { ...hashed('subject'), ...readable('window_start', 'times') },
  calendars_followed: readable('id', 'hash'),
  day_moved: readable('case_id', 'was'),
  campaign: {
    ...readable('id', 'mission', 'code', 'event', 'place', 'from_on', 'until_on', 'languages'),
    ...readable('leads_to', 'retired_on', 'uncounted', 'version', 'deleted_on'),
  },
  campaign_act: readable('id', 'campaign', 'version', 'act', 'actor', 'at'),
  frequent_question: readable('id', 'mission', 'made_at', 'version'),
  // Written to be read by everybody; whoever writes and looks is told that nobody belongs in it.
  frequent_question_text: {
    ...readable('id', 'question', 'stands', 'said', 'for_all', 'law', 'law_on', 'reason'),
    ...readable('written_by', 'written_at', 'shown_by', 'shown_at'),
  },
  frequent_question_act: readable('id', 'question', 'version', 'act', 'actor', 'at'),
  case_file: {
    ...readable('id', 'type', 'state', 'stage', 'state_since', 'version', 'number'),
    ...readable('type_hash', 'procedure_hash', 'scoring_hash', 'field'),
    ...readable('counted', 'due_on', 'told_on'),
    ...readable('about_decision', 'about_status', 'about_case', 'about_party'),
    ...readable('opened_on', 'filed_on', 'ended_on', 'changed_at', 'came_on', 'number_end'),
  },
  case_party: {
    ...readable('case_id', 'party', 'role', 'is_subject', 'joined_as', 'state'),
    ...readable('from_on', 'until_on', 'acted_by'),
  },
  credential: {
    ...readable('id', 'account', 'kind', 'added_at', 'used_at', 'ended_at'),
    ...sealed('sealed'),
    ...hashed('index', 'hash'),
  },
  figure_batch: readable('id', 'week', 'what', 'campaign', 'country', 'language', 'people'),
  figure_week: readable('week'),
  former_paper: {
    ...readable('decision', 'number', 'case_id', 'named_at', 'replaced_on'),
    ...sealed('code_sealed'),
    ...hashed('code_index', 'holder_index', 'birth_index', 'document_index', 'issued_index'),
  },
  inquiry: {
    ...readable(
      'id',
      'case_id',
      'party',
      'system',
      'service',
      'ground',
      'opened_by',
      'tells',
      'asked_at',
      'ahead',
      'follows',
      'subscription',
      'body',
      'named',
    ),
    ...readable('state', 'outcome', 'code', 'tries', 'next_at', 'leased_until', 'answered_at'),
    ...sealed('question_sealed', 'answer_sealed'),
  },
  exchange_message: {
    ...readable('id', 'inquiry', 'case_id', 'party', 'system', 'service', 'ground', 'driver'),
    ...readable('sent_at', 'outcome', 'code', 'answered_at', 'took_ms', 'request_id', 'named'),
    ...sealed('request_sealed', 'answer_sealed'),
  },
  consultation: readable('event', 'case_id', 'asked_at', 'is_left'),
  status_change: {
    ...readable('id', 'number', 'case_id', 'party', 'state', 'ended_as', 'changed_on'),
    ...readable('changed_at', 'is_left'),
  },
  offered_answer: {
    ...readable('id', 'client', 'service', 'purpose', 'ground', 'at', 'party', 'outcome'),
    ...readable('message_id'),
  },
  subscription: {
    ...readable('id', 'client', 'number', 'party', 'purpose', 'ground', 'since', 'until_on'),
    ...readable('after_at', 'ended_at'),
  },
  told_change: readable('client', 'n', 'subscription', 'change', 'read_on'),
  system_state: {
    ...readable('system', 'failures', 'open_until'),
  },
  system_switch: {
    ...readable('id', 'n', 'system', 'is_off', 'actor', 'switched_at'),
    ...sealed('reason_sealed'),
  },
  decision: {
    ...readable('id', 'case_id', 'subject', 'outcome', 'supersedes', 'decided_on', 'decided_by'),
    ...readable('set_aside_by'),
    ...sealed('record_sealed'),
    ...hashed('record_hash'),
  },
  document: {
    ...readable('id', 'case_id', 'subject', 'item', 'kind', 'brought_by', 'media', 'bytes'),
    ...readable('pages', 'shown_bytes', 'added_at', 'removed_at', 'erase_at'),
    ...sealed('name_sealed'),
    // Addresses are random; the hashes are of sealed bytes.
    ...readable('address', 'shown_address'),
    ...hashed('sha256', 'shown_sha256'),
  },
  correction: {
    ...readable('id', 'case_id', 'party', 'decision', 'decided_in', 'number', 'corrected_on'),
    ...sealed('sealed'),
  },
  effect: readable(
    'id',
    'decision',
    'expired',
    'noticed',
    'unpaid',
    'effect',
    'target',
    'what',
    'step',
    'due_on',
    'state',
  ),
  erased_through: readable('id', 'n'),
  erasure: { ...readable('id', 'case_id', 'erased_at'), ...sealed('sealed') },
  event: {
    ...readable('case_id', 'seq', 'id', 'kind', 'step', 'subject', 'actor', 'role'),
    ...readable('body', 'to_state', 'happened_on', 'happened_at', 'recorded_at', 'cause'),
    ...readable('policy', 'audience', 'readable'),
    ...sealed('sealed'),
  },
  event_part: { ...readable('case_id', 'seq', 'subject'), ...sealed('sealed') },
  hold: {
    ...readable('id', 'decision', 'status', 'case_id', 'party', 'look', 'ground'),
    ...readable('from_on', 'until_on', 'placed_by', 'placed_in', 'lifted_by', 'back'),
  },
  invoice: {
    ...readable('id', 'number', 'case_id', 'decision', 'party', 'payer', 'step'),
    ...readable('tariff', 'tier', 'up_to', 'amount', 'currency', 'due_on', 'issued_at'),
    ...readable('state', 'told', 'url', 'code', 'tries', 'next_at', 'leased_until'),
    ...readable('credited', 'on_paper', 'to_look', 'to_withdraw', 'given_up'),
  },
  invitation: {
    ...readable('id', 'case_id', 'role', 'language', 'invited_by', 'made_at', 'sent_at'),
    ...readable('expires_at', 'ended_at', 'joined'),
    ...sealed('email_sealed'),
    ...hashed('email_index', 'token_hash'),
  },
  'keys.data_key': {
    ...readable('id', 'party', 'case_id', 'master', 'made_at', 'is_owned'),
    ...sealed('wrapped'),
  },
  'keys.house_secret': { ...readable('id', 'master', 'made_at'), ...sealed('wrapped') },
  'keys.master': {
    ...readable('id', 'is_current', 'made_at', 'retired_at'),
    ...hashed('proof'),
  },
  'keys.tombstone': readable('n', 'kind', 'id', 'case_id', 'erased_at'),
  keeping: {
    ...readable('case_id', 'party', 'look_on', 'kept_until', 'announced_on', 'goes_after'),
    ...readable('erased_at', 'version'),
  },
  ledger_leaf: {
    ...readable('id', 'leaf', 'party', 'case_id', 'index'),
    ...hashed('leaf_hash'),
    ...sealed('opening'),
  },
  ledger_node: { ...readable('level', 'index'), ...hashed('hash') },
  letter: {
    ...readable('id', 'party', 'subject', 'case_id', 'decision', 'code', 'language'),
    ...readable('written_at', 'send_from', 'sent_at', 'refused_at'),
    ...sealed('content_sealed'),
  },
  look: readable('id', 'at', 'actor', 'role', 'body', 'page', 'party', 'case_id'),
  mandate: readable('id', 'account', 'party', 'kind', 'from_on', 'until_on', 'document', 'event'),
  material: {
    ...readable('id', 'campaign', 'kind', 'language', 'content', 'made_on', 'made_at', 'made_by'),
    // What it is the hash of stands beside it.
    ...readable('fingerprint'),
  },
  membership: {
    ...readable('id', 'party', 'role', 'body', 'organisation', 'from_on', 'until_on', 'event'),
  },
  migration: { ...readable('name', 'applied_at'), ...hashed('sha256') },
  office_role: readable('role', 'of'),
  officials_told: readable('id', 'told_until'),
  party: readable('id', 'kind', 'created_at', 'erased_at'),
  party_index: { ...readable('purpose', 'party'), ...hashed('index') },
  party_link: {
    ...readable('id', 'party', 'other', 'case_id', 'other_case', 'ground', 'agrees', 'state'),
  },
  party_link_act: readable('id', 'link', 'nth', 'act', 'actor', 'role', 'at'),
  payment: {
    ...readable('id', 'transaction', 'kind', 'invoice_number', 'invoice', 'hundredths', 'currency'),
    ...readable(
      'paid_at',
      'receipt',
      'came_by',
      'sha256',
      'noted_at',
      'state',
      'settles',
      'refund',
    ),
  },
  payment_question: {
    ...readable('id', 'kind', 'transaction', 'payment', 'decision', 'day', 'opened_at'),
    ...readable('answer', 'answered_at', 'answered_by'),
  },
  policy_adoption: { ...readable('party', 'adopted_at'), ...hashed('hash') },
  policy_document: {
    ...readable('kind', 'code', 'family', 'in_force_from', 'in_force_until', 'canonical'),
    ...readable('loaded_at'),
    ...hashed('hash'),
  },
  policy_version: { ...readable('id', 'made_at', 'is_shipped'), ...hashed('hash') },
  own_time: readable('id'),
  policy_version_document: { ...readable('version'), ...hashed('hash') },
  repayment: {
    ...readable('id', 'payment', 'hundredths', 'currency', 'decided_at', 'decided_by', 'asked'),
    ...readable('code', 'tries', 'next_at', 'leased_until', 'done_by'),
    ...readable('invoice', 'given_up', 'done_on', 'recorded_at', 'recorded_by'),
  },
  reconciliation: readable('day', 'at', 'here', 'there', 'differing'),
  relation: {
    ...readable('id', 'party', 'kind', 'other', 'from_on', 'until_on', 'document', 'event'),
  },
  rights_applied: { ...readable('id'), ...hashed('sha256') },
  session: {
    ...readable('account', 'started_at', 'seen_at', 'expires_at'),
    ...hashed('token_hash'),
  },
  status: {
    ...readable('number', 'kind', 'holder', 'case_id', 'given_by', 'rests_on', 'field'),
    ...readable('from_on', 'until_on', 'state', 'ended_as', 'ended_by', 'issued_at'),
    ...readable('named_in', 'named_by', 'named_at', 'number_end'),
    ...sealed('code_sealed'),
    ...hashed('code_index', 'holder_index', 'birth_index', 'document_index', 'issued_index'),
  },
  taking_over: readable('invitation', 'party', 'asks_document', 'tries'),
  taking_over_proof: { ...readable('invitation'), ...hashed('index') },
  tally: readable('what', 'campaign', 'country', 'language', 'people', 'weeks'),
  task: {
    ...readable('id', 'case_id', 'subject', 'kind', 'step', 'owner_role', 'owner_party'),
    ...readable('owner_body', 'owner_account', 'shows', 'earliest_on', 'due_on', 'silence'),
    ...readable('counted', 'version', 'state', 'opened_by', 'closed_by'),
  },
  task_draft: { ...readable('case_id', 'task', 'official', 'saved_at'), ...sealed('sealed') },
  telling: {
    ...readable('id', 'decision', 'event', 'party', 'letter', 'means', 'told_on'),
    ...readable('is_provisional', 'recorded_at'),
  },
  time_confirmation: {
    ...readable('id', 'actor', 'doubt', 'found_at', 'found_ahead_ms', 'confirmed_at'),
  },
  trusted_time: readable('id', 'ran_at', 'ahead_ms', 'doubt', 'found_at', 'found_ahead_ms'),
  type_move: { ...readable('from_state', 'to_state'), ...hashed('type_hash', 'from_hash') },
  type_outcome: { ...readable('outcome', 'effects'), ...hashed('type_hash') },
  type_step: {
    ...readable(
      'step',
      'kind',
      'from_state',
      'to_state',
      'to_stage',
      'by_roles',
      'not_by',
      'registers',
    ),
    ...readable('joins'),
    ...hashed('type_hash'),
  },
  upload: {
    ...readable('id', 'case_id', 'subject', 'kind', 'bytes', 'received', 'started_at'),
    ...sealed('name_sealed'),
  },
  upload_step: { ...readable('upload_id', 'at_byte'), ...sealed('sealed') },
  // Ids, and the token of a link sealed for its mail alone.
  waiting_job: readable('id', 'task', 'payload'),
}
