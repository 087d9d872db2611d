/**
 * Every column of every table, and how far what is in it can be read by somebody who holds the
 * database alone. A column that is not listed here fails the tests.
 *
 * - sealed: encrypted under the person's key, or the installation's for officials, or by the
 *   master key
 * - hashed: a keyed or random-token hash that leads back to nothing without the master key
 * - readable: codes, states, days, counts and random ids that name nobody
 */
export type ColumnPrivacy = 'sealed' | 'hashed' | 'readable'

const all = (privacy: ColumnPrivacy, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, privacy]))

const readable = (...names: readonly string[]) => all('readable', ...names)
const sealed = (...names: readonly string[]) => all('sealed', ...names)
const hashed = (...names: readonly string[]) => all('hashed', ...names)

const session = {
  ...readable('owner_id', 'started_at', 'seen_at', 'expires_at'),
  ...hashed('token_hash'),
}

export const COLUMN_PRIVACY: Readonly<Record<string, Readonly<Record<string, ColumnPrivacy>>>> = {
  account: {
    ...readable('id', 'person_id', 'language', 'confirmed_at', 'created_at'),
    ...sealed('email_sealed'),
    ...hashed('email_index', 'password_hash'),
  },
  account_link: {
    ...readable('account_id', 'purpose', 'expires_at', 'used_at'),
    ...hashed('token_hash'),
  },
  answer_block: {
    // Which answers are which is said field by field in the description of the type.
    ...readable('application_id', 'block', 'version', 'readable', 'saved_at'),
    ...sealed('sealed'),
  },
  application: readable(
    'id',
    'person_id',
    'type',
    'state',
    'state_since',
    'version',
    'number',
    'rule_set',
    'type_hash',
    'field',
    'submitted_on',
    'due_on',
    'step_due_on',
    'changed_at',
  ),
  // Ids, and the token of a link sealed for its mail alone.
  waiting_job: readable('id', 'task', 'payload'),
  application_event: {
    ...readable(
      'application_id',
      'seq',
      'id',
      'type',
      'action',
      'role',
      'actor_id',
      'to_state',
      'at',
      'happened_on',
      'audience',
      'readable',
    ),
    ...sealed('sealed'),
  },
  assessment_task: readable('application_id', 'body', 'kind', 'due_on', 'done_on'),
  attempt: { ...hashed('subject'), ...readable('window_start', 'times') },
  decision: {
    ...readable('application_id', 'outcome', 'decided_on', 'opened_on'),
    ...sealed('record_sealed'),
    ...hashed('record_hash'),
  },
  document: {
    ...readable('id', 'application_id', 'kind', 'media', 'bytes', 'pages', 'shown_bytes'),
    ...readable('added_at', 'removed_at', 'erase_at'),
    ...sealed('name_sealed'),
    // Addresses are random; the hashes are of sealed bytes.
    ...readable('address', 'shown_address'),
    ...hashed('sha256', 'shown_sha256'),
  },
  // Written by nobody any more: what it told stands in keys.master.
  key_check: readable('id', 'proof'),
  'keys.data_key': {
    ...readable('id', 'party', 'case_id', 'master', 'made_at', 'is_owned'),
    ...sealed('wrapped'),
  },
  'keys.house_secret': { ...readable('id', 'master', 'made_at'), ...sealed('wrapped') },
  'keys.master': {
    ...readable('id', 'is_current', 'made_at', 'retired_at'),
    ...hashed('proof'),
  },
  'keys.tombstone': readable('kind', 'id', 'erased_at'),
  ledger_leaf: {
    ...readable('id', 'leaf', 'person_id', 'index'),
    ...hashed('leaf_hash'),
    ...sealed('opening'),
  },
  ledger_node: { ...readable('level', 'index'), ...hashed('hash') },
  letter: {
    ...readable('id', 'person_id', 'application_id', 'code', 'language'),
    ...readable('written_at', 'send_from', 'sent_at', 'refused_at'),
    ...sealed('content_sealed'),
  },
  look: readable('id', 'at', 'official_id', 'role', 'body', 'page', 'person_id', 'application_id'),
  migration: { ...readable('name', 'applied_at'), ...hashed('sha256') },
  official: {
    ...readable('id', 'roles', 'body', 'language', 'is_demonstration', 'active', 'created_at'),
    ...sealed('email_sealed', 'name_sealed'),
    ...hashed('email_index', 'password_hash'),
  },
  official_session: session,
  person: { ...readable('id', 'created_at'), ...sealed('wrapped_key') },
  policy_adoption: { ...readable('official_id', 'adopted_at'), ...hashed('hash') },
  policy_document: {
    ...readable(
      'kind',
      'code',
      'family',
      'in_force_from',
      'in_force_until',
      'canonical',
      'loaded_at',
    ),
    ...hashed('hash'),
  },
  portal_session: session,
  status_document: {
    ...readable(
      'number',
      'application_id',
      'person_id',
      'field',
      'valid_from',
      'valid_until',
      'state',
      'issued_at',
    ),
    ...sealed('code_sealed'),
    ...hashed('code_hash', 'holder_hash'),
  },
  time_confirmation: readable(
    'id',
    'official_id',
    'doubt',
    'found_at',
    'found_ahead_ms',
    'confirmed_at',
  ),
  trusted_time: readable('id', 'ran_at', 'ahead_ms', 'doubt', 'found_at', 'found_ahead_ms'),
  upload: {
    ...readable('id', 'application_id', 'kind', 'bytes', 'received', 'started_at'),
    ...sealed('name_sealed'),
  },
  upload_step: { ...readable('upload_id', 'at_byte'), ...sealed('sealed') },
}
