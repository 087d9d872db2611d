// Verifies a dump of the ledger. Written from the text of ledger.md alone, by somebody who had seen
// nothing else of the project, and changed since where that text was; verify() says what a dump is.
import { Buffer } from 'node:buffer'
import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'

const recordTables = ['event', 'look', 'policy_document', 'policy_adoption', 'status', 'end_of_status', 'restored', 'replaced', 'undone', 'held', 'told',
  'session', 'credential', 'membership', 'ending', 'linked', 'time_confirmation', 'system_switch']

// RFC 8785
const isList = (value      )                           => Array.isArray(value)
const isObject = (value      )                  =>
  typeof value === 'object' && value !== null && !isList(value)
export function canonical(value      )         {
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new Error('lone surrogate')
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a number')
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const member = (name        )         => `${canonical(name)}:${canonical(value[name] ?? null)}`
  return `{${Object.keys(value).sort().map(member).join(',')}}`
}
function readObject(bytes        , exact         )                     {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value = JSON.parse(text)
    const form = Buffer.from(canonical(value))
    return isObject(value) && (!exact || form.equals(bytes)) ? value : undefined
  } catch {
    return undefined
  }
}

// §2 The leaf
const commitments = ['case', 'subject', 'actor', 'cause']
const leafFields = 'v kind type at id case subject actor cause role body payload policy'.split(' ')
const needs                                                                        = {
  event: { case: 'needed' },
  look: { subject: 'needed', actor: 'needed', cause: 'null' },
  policy: { case: 'null', subject: 'null', cause: 'null', policy: 'needed' },
  document: { case: 'needed', subject: 'needed' },
  access: { case: 'null', subject: 'needed', cause: 'null', policy: 'null' }
}
const matches = (value                  , form        )          =>
  typeof value === 'string' && form.test(value)
const isHex = (value                  )          => matches(value, /^[0-9a-f]{64}$/)
const isCode = (value                  )          =>
  matches(value, /^(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const isUuid = (value                  )          =>
  matches(value, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
const isMoment = (value                  )          => typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
  !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value
const hasExactly = (value        , names                   )          =>
  Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name))
const inVersion = (names                   , v      )                    =>
  v === 1 ? names.filter((name) => name !== 'cause') : names

/** The leaf in these bytes, or what is wrong with them. */
export function readLeaf(bytes        )                  {
  if (bytes.length > 4096) return 'is longer than 4,096 bytes'
  const leaf = readObject(bytes, true)
  if (leaf === undefined) return 'is not the canonical form of an object'
  const { v, kind, type, at, id, role, body, payload, policy } = leaf
  if (v !== 1 && v !== 2) return 'has an unknown version'
  if (!hasExactly(leaf, inVersion(leafFields, v))) return 'does not have the fields of §2.1'
  if (typeof kind !== 'string' || !Object.hasOwn(needs, kind)) return 'has an unknown kind'
  if (v === 1 && kind === 'access') return 'has a kind that its version does not know'
  const codes = body === null ? [type, role] : [type, role, body]
  if (!codes.every(isCode)) return 'has a type, role or body that is no code'
  if (!isMoment(at)) return 'has a moment in another form'
  if (!isUuid(id)) return 'has an id that is no random UUID'
  if (!isHex(payload)) return 'has a payload that is no commitment'
  const hidden = [policy, ...inVersion(commitments, v).map((name) => leaf[name])]
  if (!hidden.every((each) => each === null || isHex(each))) return 'has a bad hash or commitment'
  const rules = v === 1 && kind === 'event' ? { case: 'needed', subject: 'needed' } : needs[kind]
  for (const [name, rule] of Object.entries(rules ?? {})) {
    if (((leaf[name] ?? null) === null) !== (rule === 'null')) return `has an unfit ${name}`
  }
  return (leaf['actor'] === null) === (role === 'system') ? leaf : 'has an actor unfit for its role'
}

// §3 Commitments
export const commitment = (v      , salt        , purpose        , value        )         =>
  createHmac('sha256', salt).update(`kecid/v${v === 1 ? 1 : 2}/${purpose}\0${value}`).digest('hex')
const saltOf = (opening        )         => Buffer.from(String(opening['salt']), 'hex')

/** The opening in these bytes, or what is wrong with them or does not fit the leaf. */
export function readOpening(bytes        , leaf        )                  {
  const opening = readObject(bytes, true)
  if (opening === undefined) return 'is not the canonical form of an object'
  const v = leaf['v'] ?? null
  const names = inVersion(commitments, v)
  if (!hasExactly(opening, ['v', 'salt', ...names])) return 'does not have the fields of §3.2'
  if (opening['v'] !== v) return 'has another version than the leaf'
  if (!isHex(opening['salt'])) return 'has no salt of 64 hexadecimal digits'
  for (const name of names) {
    const value = opening[name] ?? null
    if (value !== null && (typeof value !== 'string' || value === '')) return `has a bad ${name}`
    const made = value === null ? null : commitment(v, saltOf(opening), name, value)
    if (made !== leaf[name]) return `does not fit the leaf in ${name}`
  }
  return opening
}

// §4 The tree; proofs have the deepest hash first
const sha256 = (...parts                   )         =>
  createHash('sha256').update(Buffer.concat(parts)).digest()
export const leafHash = (leaf        )         => sha256(Buffer.of(0), leaf)
const nodeHash = (left        , right        )         => sha256(Buffer.of(1), left, right)
const split = (size        , half = 1)         => half * 2 < size ? split(size, half * 2) : half
export function rootOfHashes(all                   )         {
  if (all.length < 2) return all[0] ?? sha256()
  const k = split(all.length)
  return nodeHash(rootOfHashes(all.slice(0, k)), rootOfHashes(all.slice(k)))
}
export function inclusionProof(all                   , index        )                    {
  if (!(Number.isInteger(index) && index >= 0 && index < all.length)) throw new RangeError('index')
  if (all.length === 1) return []
  const k = split(all.length)
  const [left, right] = [all.slice(0, k), all.slice(k)]
  return index < k ? [...inclusionProof(left, index), rootOfHashes(right)]
    : [...inclusionProof(right, index - k), rootOfHashes(left)]
}

/** From the tree of the first `size` of the hashes to the tree of all. */
export function consistencyProof(
  all                   , size        , known = true
)                    {
  if (!(Number.isInteger(size) && size >= 0 && size <= all.length)) throw new RangeError('size')
  if (size === 0) return []
  if (size === all.length) return known ? [] : [rootOfHashes(all)]
  const k = split(all.length)
  const [left, right] = [all.slice(0, k), all.slice(k)]
  return size <= k ? [...consistencyProof(left, size, known), rootOfHashes(right)]
    : [...consistencyProof(right, size - k, false), rootOfHashes(left)]
}
const areSizes = (...all                   )          =>
  all.every((each) => Number.isSafeInteger(each) && each >= 0)
const areHashes = (...all                   )          => all.every((each) => each.length === 32)
function climb(hash        , i        , n        , proof                   )                     {
  const [top, rest] = [proof.at(-1), proof.slice(0, -1)]
  if (n === 1 || top === undefined) return n === 1 && top === undefined ? hash : undefined
  const k = split(n)
  const below = i < k ? climb(hash, i, k, rest) : climb(hash, i - k, n - k, rest)
  return below && (i < k ? nodeHash(below, top) : nodeHash(top, below))
}
export const verifyInclusion = (
  hash        , index        , size        , proof                   , root
)          => areSizes(index, size) && index < size && areHashes(hash, root, ...proof) &&
  (climb(hash, index, size, proof)?.equals(root) ?? false)
function grow(
  m        , n        , known                    , proof
)                                        {
  const [top, rest] = [proof.at(-1), proof.slice(0, -1)]
  const own = known ?? top
  if (m === n) return own && proof.length === (known ? 0 : 1) ? [own, own] : undefined
  if (top === undefined) return undefined
  const k = split(n)
  const below = m <= k ? grow(m, k, known, rest) : grow(m - k, n - k, undefined, rest)
  return below && (m <= k ? [below[0], nodeHash(below[1], top)]
    : [nodeHash(top, below[0]), nodeHash(top, below[1])])
}
export function verifyConsistency(
  size1        , size2        , root1        , root2        , proof
)          {
  if (!areSizes(size1, size2) || size1 > size2 || !areHashes(root1, root2, ...proof)) return false
  const [old, now] = (size1 > 0 ? grow(size1, size2, root1, proof) :
    proof.length === 0 ? [sha256(), size2 > 0 ? root2 : sha256()] : undefined) ?? []
  return old !== undefined && now !== undefined && old.equals(root1) && now.equals(root2)
}
const bytesOf = (value                   )         =>
  Buffer.isBuffer(value) ? value : Buffer.alloc(0)
const sequenced = (dump      )                 => dump.ledger_leaf
  .filter((row) => row['index'] !== null).sort((a, b) => Number(a['index']) - Number(b['index']))
export const leafHashesOf = (dump      )                    =>
  sequenced(dump).map((row) => leafHash(bytesOf(row['leaf'])))
export const rootOf = (dump      )         => rootOfHashes(leafHashesOf(dump)).toString('hex')
function checkTree(dump      , problems          )       {
  sequenced(dump).forEach(({ index = null }, place) => {
    if (index !== place) problems.push(`index: ${String(index)} stands where ${place} belongs`)
  })
  const wanted = new Map                ()
  let row = leafHashesOf(dump)
  for (let level = 0; row.length > 0; level += 1) {
    row.forEach((hash, index) => wanted.set(`${level}/${index}`, hash))
    row = row.flatMap((left, i, all) => {
      const right = all[i + 1]
      return i % 2 === 0 && right ? [nodeHash(left, right)] : []
    })
  }
  const stored = new Set        ()
  for (const { level = null, index = null, hash } of dump.ledger_node) {
    const place = `${String(level)}/${String(index)}`
    const right = wanted.get(place)
    if (stored.has(place)) problems.push(`node ${place} is there twice`)
    if (!right) problems.push(`node ${place} is no complete subtree`)
    else if (!right.equals(bytesOf(hash))) problems.push(`node ${place} has another hash`)
    stored.add(place)
  }
  for (const place of wanted.keys()) {
    if (!stored.has(place)) problems.push(`node ${place} is missing`)
  }
}

// §10 The seal
function unseal(sealed       , key                    , place        )                     {
  if (!Buffer.isBuffer(sealed) || !key || sealed.length < 29 || sealed[0] !== 1) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13),
      { authTagLength: 16 })
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()])
  } catch {
    return undefined
  }
}

const keyName = (party, caseId) => `${party ?? ''}:${caseId ?? ''}`

/** The keys; one that does not unwrap is kept as an empty one, which opens nothing. */
function readKeys(dump      , file        , problems          )       {
  const derive = (from, info) =>
    Buffer.from(hkdfSync('sha256', from, '', info, 32))
  const entries = file.matchAll(/^kecid-master-key (\S+)\n([\w-]{43})$/gm)
  const masters = new Map(Array.from(entries, ([, name, key]) =>
    [name, derive(Buffer.from(key, 'base64url'), 'kecid wrapping')]))
  const unwrap = ({ wrapped = null, master = null }, place) => {
    const key = unseal(wrapped, masters.get(master), place)
    if (key?.length !== 32) problems.push(`${place} does not unwrap`)
    return key ?? Buffer.alloc(0)
  }
  const secret = unwrap(dump.house_secret[0] ?? {}, 'keys.house_secret:house')
  const data = dump.data_key.filter((row) => row['wrapped'] !== null).map((row) => {
    const name = keyName(row['party'], row['case_id'])
    return [name, unwrap(row, `keys.data_key:${name}`)]
  })
  const keys = new Map(data)
  const within = (row) => row['kind'] === 'part' ? ` ${String(row['case_id'])}` : ''
  const erased = new Set(dump.tombstone.map(
    (row) => `${String(row['kind'])} ${String(row['id'])}${within(row)}`))
  return {
    of: (party, caseId) => party === null && caseId === null
      ? derive(secret, 'kecid installation ledger') : keys.get(keyName(party, caseId)),
    isErased: (party, caseId) => erased.has(`party ${party}`) || erased.has(`case ${caseId}`) ||
      erased.has(`part ${party} ${caseId}`)
  }
}

// §9 Full records
const plain = (value                   )       =>
  Buffer.isBuffer(value) ? value.toString('hex') : value ?? null
const pick = (row     , ...columns                   )         =>
  Object.fromEntries(columns.map((column) => [column, plain(row[column])]))

/** The fields of `sealed`, which is under the key of the subject in that case. */
function openSealed(row, keys) {
  const { id = null, sealed = null } = row
  if (sealed === null) return {}
  const key = keys.of(plain(row['subject']), plain(row['case_id']))
  const bytes = unseal(sealed, key, `event.sealed:${String(id)}`)
  return bytes && readObject(bytes, false)
}
function eventOf(row     , keys      )            {
  const [sealed, readable] = [openSealed(row, keys), plain(row['readable'])]
  const fields = { ...pick(row, 'kind'), ...isObject(readable) ? readable : {}, ...sealed }
  const event = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
  const same = { ...pick(row, 'role'), at: plain(row['recorded_at']) }
  const record = { ...pick(row, 'id', 'kind', 'happened_at'), ...same, on: plain(row['happened_on']),
    by: plain(row['actor']) ?? 'system', ...pick(row, 'step'), to: plain(row['to_state']), event }
  const says = { ...pick(row, 'body', 'actor', 'subject', 'cause'), ...same,
    type: plain(row['step']), case: plain(row['case_id']) }
  return { row, record: sealed && record, says }
}
function lookOf(row     )            {
  const of = { person: plain(row['party']), case: plain(row['case_id']) }
  const [by, same] = [plain(row['actor']), pick(row, 'id', 'at', 'role', 'body')]
  const says = { ...same, type: plain(row['page']), actor: by, subject: of.person, case: of.case }
  return { row, record: { ...same, ...pick(row, 'page'), by, ...of }, says }
}
/** What a status rests on now, and what that has followed: it rested on one of these as it was given. */
function restedOn(dump, number, seen = []) {
  if (seen.includes(number)) return []
  const giver = dump.status.find((row) => row['number'] === number)?.['given_by']
  const followed = dump.effect.filter((row) => row['effect'] === 'end' && row['decision'] === giver)
  return [number, ...followed.flatMap((row) => restedOn(dump, row['target'], [...seen, number]))]
}
function statusOf(row     , id      , decision     )            {
  const [given, record] = [plain(row['case_id']), plain(decision['record_hash'])]
  const valid = { valid_from: plain(row['from_on']), valid_until: plain(row['until_on']) }
  const says = { at: plain(row['issued_at']), case: given, subject: plain(row['holder']),
    cause: plain(decision['decided_by']) }
  const same = pick(row, 'number', 'kind', 'field')
  const rests = plain(row['rests_on']) === null ? {} : pick(row, 'rests_on')
  return { row, record: { ...same, ...valid, ...rests, id, case: given, record }, says }
}
/** By what the same decision gave in its place, where that was so. */
function endsOfStatusOf(row     , id      , opening                    )            {
  const same = { ...pick(row, 'number', 'ended_as', 'ended_by'), id, case: opening?.['case'] ?? null }
  const says = { subject: plain(row['holder']), cause: plain(row['ended_by']) }
  const followed = (row['given'] ?? []).map((followed_by) => ({ ...same, followed_by }))
  return [same, ...followed].map((record) => ({ row, record, says }))
}
/** What a decision did to another one, to what that had taken, or in a case that had none. */
function undoingOf(row, id, opening) {
  const { decided_by: cause, holder: subject, ...same } = row
  return { row, record: { ...same, id, case: opening?.['case'] ?? null }, says: { subject, cause } }
}
/** What an event tells of one of several, beside it. */
function partsOf(dump, id, opening, keys) {
  const event = dump.event.find((row) => row['id'] === opening?.['cause'])
  const isOf = (row) => row['case_id'] === event?.['case_id'] && row['seq'] === event?.['seq']
  return dump.event_part
    .filter((row) => isOf(row) && row['subject'] === opening?.['subject'] && row['sealed'] !== null)
    .map((row) => {
      const key = keys.of(plain(row['subject']), plain(row['case_id']))
      const place = `event_part.sealed:${String(event['id'])}/${String(row['subject'])}`
      const bytes = unseal(row['sealed'], key, place)
      const part = bytes && readObject(bytes, false)
      return { row, record: part && { id, event: plain(event['id']), part }, says: {} }
    })
}
function policyOf(row     , id      , at      , isAdoption         )            {
  const by = plain(row['party'])
  const record = isAdoption ? { by, ...pick(row, 'hash') } : pick(row, 'kind', 'code', 'hash')
  return { row, record: { ...record, id, at }, says: isAdoption ? { actor: by } : {} }
}

/** Of a leaf of kind `access`; the first session that began then and has no leaf is the one. */
function accessOf(dump, leaf, opening, owner) {
  const { type, at = null, id = null } = leaf
  const isOwn = (row) => row['id'] === id
  const partyOf = ({ account }) => dump.account.find((each) => each['id'] === account)?.['party']
  const record = (row, fields) =>
    ({ id, at, by: opening?.['actor'] ?? 'system', person: owner, ...pick(row, ...fields) })
  const of = (row, fields, says) => ({ row, record: record(row, fields), says })
  switch (type) {
    case 'signed-in': {
      const isOf = (row) => row['started_at'] === at && partyOf(row) === owner
      return [...dump.session.filter(isOf), {}].map((row) => of(row, [], {}))
    }
    case 'credential-changed':
      return dump.credential.filter(isOwn).map((row) =>
        of(row, ['kind'], { at: plain(row['added_at']), subject: partyOf(row) }))
    case 'taken-over':
      return dump.account.filter(isOwn).map((row) =>
        of(row, [], { at: plain(row['confirmed_at']), subject: plain(row['party']) }))
    case 'role-given':
      return dump.membership.filter(isOwn).map((row) =>
        of(row, ['role', 'body', 'from_on'], { subject: plain(row['party']) }))
    case 'role-ended':
      return dump.ending.filter((row) => row['party'] === owner).map((row) =>
        of(row, ['membership', 'role', 'body', 'until_on'], {}))
    case 'system-switched':
      return dump.system_switch.filter(isOwn).map((row) => {
        const [switched, by] = [plain(row['switched_at']), plain(row['actor'])]
        return of(row, ['system', 'is_off'], { at: switched, actor: by, subject: by })
      })
    case 'payment-looked-at':
      return dump.payment_question.filter((row) => row['answered_by'] === owner).map((row) => {
        const [answered, by] = [plain(row['answered_at']), plain(row['answered_by'])]
        const said = { ...row, question: row['id'] }
        return { ...of(said, ['question', 'answer'], { at: answered, actor: by, subject: by }), row }
      })
    case 'paid-back-by-hand':
      return dump.repayment.filter(isOwn).map((row) => {
        const [recorded, by] = [plain(row['recorded_at']), plain(row['recorded_by'])]
        return of(row, ['done_on'], { at: recorded, actor: by, subject: by })
      })
    case 'link-changed':
      return dump.linked.filter((row) => row['person'] === owner).map((row) =>
        of(row, ['link', 'act', 'done'],
          { at: plain(row['at']), actor: plain(row['actor']), subject: owner }))
    case 'time-confirmed':
      return dump.time_confirmation.filter(isOwn).map((row) => {
        const [confirmed, by] = [plain(row['confirmed_at']), plain(row['actor'])]
        const fields = ['doubt', 'found_at', 'found_ahead_ms']
        return of(row, fields, { at: confirmed, actor: by, subject: by })
      })
  }
  return undefined
}

const VISITS = ['visit-booked', 'visit-cancelled', 'visit-called-off', 'visit-came', 'visit-missed']

/** What the leaf may be the record of; undefined where §9 knows no record for it. */
function candidates(
  dump      , leaf        , opening                    , owner      , keys
)                                   {
  const { kind, type, at = null, id = null, policy } = leaf
  const isOwn = (row     )          => row['id'] === id
  const isPolicy = (row     )          => plain(row['hash']) === policy
  const isAdopted = (row     )          => isPolicy(row) && row['adopted_at'] === at
  const isOfCase = (row     )          => row['case_id'] === opening?.['case']
  const is = (...names                   )          => kind === names[0] && type === names[1]
  if (kind === 'look') return dump.look.filter(isOwn).map(lookOf)
  if (kind === 'access') return accessOf(dump, leaf, opening, owner)
  if (kind === 'event') {
    const own = dump.event.filter(isOwn).map((row) => eventOf(row, keys))
    return own.length > 0 ? own : partsOf(dump, id, opening, keys)
  }
  if (is('policy', 'policy-published')) {
    return dump.policy_document.filter(isPolicy).map((row) => policyOf(row, id, at, false))
  }
  if (is('policy', 'policy-adopted')) {
    return dump.policy_adoption.filter(isAdopted).map((row) => policyOf(row, id, at, true))
  }
  if (is('document', 'status-ended')) {
    const isOf = (row) => owner === null || row['holder'] === owner
    return dump.end_of_status.filter(isOf).flatMap((row) => endsOfStatusOf(row, id, opening))
  }
  if (is('document', 'duty-paid')) {
    return dump.payment.map((row) => {
      const fields = ['id', 'kind', 'transaction', 'hundredths', 'currency', 'receipt', 'sha256', 'settles']
      return { row, record: { ...pick(row, ...fields), invoice: row['invoice_number'] }, says: {} }
    })
  }
  if (kind === 'document' && VISITS.includes(type)) {
    const became = type.slice('visit-'.length)
    const rows = became === 'booked' ? dump.appointment : dump.end_of_visit.filter((row) => row['state'] === became)
    return rows.map((row) => ({
      row, record: pick(row, 'id', 'step', 'place', 'starts_at'),
      says: { case: plain(row['case_id']), subject: plain(row['party']) },
    }))
  }
  if (is('document', 'status-restored')) {
    return dump.restored.map((row) => undoingOf(row, id, opening))
  }
  if (is('document', 'status-replaced')) {
    return dump.replaced.map((row) => undoingOf(row, id, opening))
  }
  if (is('document', 'hold-placed')) {
    return dump.held.map((row) => undoingOf(row, id, opening))
  }
  if (is('document', 'decision-set-aside')) {
    return dump.undone.map((row) => undoingOf(row, id, opening))
  }
  if (is('document', 'told-to-decide')) {
    return dump.told.map((row) => undoingOf(row, id, opening))
  }
  if (!is('document', 'status-issued')) return undefined
  const decisionOf = (row) =>
    dump.decision.find((each) => each['id'] === row['given_by']) ?? {}
  return dump.status.filter(isOfCase).flatMap((row) =>
    restedOn(dump, row['rests_on']).map((rests_on) => ({
      ...statusOf({ ...row, rests_on }, id, decisionOf(row)), row })))
}

// All of it
function openLeaf(
  row     , leaf        , ids                   , keys      , tell
)                     {
  const [owner, caseId] = [plain(row['party']), plain(row['case_id'])]
  const sealed = row['opening'] ?? null
  if (sealed === null && (owner ?? caseId) !== null) tell('has no opening, but an owner')
  if (sealed === null || keys.isErased(owner, caseId)) return undefined
  const key = keys.of(owner, caseId)
  const bytes = unseal(sealed, key, `ledger_leaf.opening:${String(leaf['id'])}`)
  const opening = bytes ? readOpening(bytes, leaf) : 'does not unseal'
  if (typeof opening === 'string') return tell(`has an opening that ${opening}`)
  const { subject = null, case: ofCase = null, cause = null } = opening
  if (owner !== subject || caseId !== ofCase) tell('has an opening under the key of somebody else')
  if (cause !== null && !ids.has(cause)) tell('follows from an event that has no leaf')
  return opening
}

/**
 * What is wrong with the dump, in plain words; empty where everything holds. A dump has the rows of
 * `ledger_leaf`, `ledger_node`, `event`, `event_part`, `look`, `policy_document`, `policy_adoption`,
 * `case_file`, `status`, `decision`, `effect`, `hold`, `account`, `session`, `credential`, `membership`,
 * `time_confirmation`, `system_switch`, `payment`, `payment_question`, `repayment`, `appointment`, `party_link`, `party_link_act` and, from the schema of the keys, `data_key`, `house_secret` and `tombstone` by those names, each row by its
 * columns: bytes as Buffers, days and moments as text, numbers as numbers, JSON as what it says.
 * The second argument is the text of the file with the master keys.
 */
export function verify(tables      , masterKeyFile        )                    {
  const problems           = []
  const ended = tables.membership.filter((row) => row['until_on'] !== null)
  const byId = (table, id) => tables[table].find((row) => row['id'] === id) ?? {}
  const statusOfNumber = (number) => tables.status.find((row) => row['number'] === number) ?? {}
  const causing = (effect) => tables.effect.filter((row) => row['effect'] === effect)
  const decidedBy = (row) => plain(byId('decision', row['decision'])['decided_by'])
  // Of whom it was decided: the holder, or whoever is the same person.
  const decidedOf = (row) => byId('decision', row['decision'])['subject']
  const givenBy = (row) => tables.status
    .filter((each) => each['given_by'] === row['decision']).map((each) => each['number'])
  const stepped = causing('end').map((row) => ({
    number: row['target'], ended_as: row['what'], ended_by: decidedBy(row),
    holder: decidedOf(row), given: givenBy(row) }))
  const decidedOn = (id) => plain(byId('decision', id)['decided_on'])
  // What a decision had taken ends again with the case that held it back, where both still stood.
  const again = tables.hold
    .filter((row) => row['back'] === 'carrying-out' && row['lifted_by'] !== null)
    .filter((row) => {
      const by = plain(byId('decision', row['decision'])['set_aside_by'])
      return by === null || decidedOn(by) > plain(row['until_on'])
    })
    .flatMap((row) => causing('end').filter((each) => each['decision'] === row['decision']))
    .filter((row) => tables.hold.some((each) => each['decision'] === row['decision'] &&
      plain(statusOfNumber(row['target'])['until_on']) >= plain(each['until_on'])))
    .map((row) => ({ number: row['target'], ended_as: row['what'], ended_by: decidedBy(row),
      holder: decidedOf(row) }))
  const byTime = tables.status
    .filter((row) => row['ended_as'] !== null && row['ended_by'] === null)
    .map((row) => ({ ...row }))
  const dump = {
    ...tables,
    ending: ended.map((row) => ({ ...row, membership: row['id'] })),
    end_of_visit: tables.appointment.map((row) => ({ ...row })),
    // Each act is told of both whom it is about, as long as they are not erased.
    linked: tables.party_link_act.flatMap((row) => {
      const { party = null, other = null } = byId('party_link', row['link'])
      return [party, other].filter((person) => person !== null).map((person) =>
        ({ ...row, done: row['id'], person }))
    }),
    end_of_status: [...stepped, ...again, ...byTime],
    restored: causing('restore').map((row) => ({
      number: row['target'], restored_by: decidedBy(row), decided_by: decidedBy(row),
      holder: decidedOf(row) })),
    replaced: causing('replace').map((row) => ({
      number: row['target'], replaced_by: decidedBy(row), decided_by: decidedBy(row),
      record: plain(byId('decision', row['decision'])['record_hash']),
      holder: decidedOf(row) })),
    held: causing('hold').filter((row) => tables.hold.some((each) =>
      each['placed_by'] === row['decision'] && each['back'] === row['what'])).map((row) => {
      const made = byId('decision', row['decision'])
      return { number: byId('case_file', made['case_id'])['number'], back: row['what'],
        of: row['target'], decided_by: decidedBy(row), holder: made['subject'] }
    }),
    undone: causing('set-aside').map((row) => {
      const of = byId('case_file', byId('decision', row['target'])['case_id'])
      return { decision: row['target'], number: of['number'], decided_by: decidedBy(row),
        holder: byId('decision', row['target'])['subject'] }
    }),
    told: causing('notify').map((row) => ({
      told: row['target'], until: row['due_on'], number: byId('case_file', row['target'])['number'],
      decided_by: decidedBy(row), holder: byId('decision', row['decision'])['subject'] })),
  }
  const keys = readKeys(dump, masterKeyFile, problems)
  checkTree(dump, problems)
  const read = dump.ledger_leaf.map((row) => ({ row, leaf: readLeaf(bytesOf(row['leaf'])) }))
  const ids = new Set(read.map(({ leaf }) => typeof leaf === 'string' ? null : leaf['id'] ?? null))
  const owners = new Map                       ()
  const used = new Set     ()
  // Leaves that are shut and name no row: as many rows may be without a leaf.
  const forgotten = new Map()
  for (const { row, leaf } of read) {
    const name = `leaf ${String(row['id'])}`
    const tell = (text        )            => void problems.push(`${name} ${text}`)
    if (!leafHash(bytesOf(row['leaf'])).equals(bytesOf(row['leaf_hash']))) tell('has another hash')
    if (typeof leaf === 'string') tell(leaf)
    if (typeof leaf === 'string') continue
    const { id = null, kind = null, type = null, payload, v = null } = leaf
    const [owner, caseId] = [plain(row['party']), plain(row['case_id'])]
    const isShut = row['opening'] === null || keys.isErased(owner, caseId)
    const key = kind === 'event' ? owner : 'only'
    const others = owners.get(id) ?? []
    const isTaken = others.some((each) => each === 'only' || key === 'only' || each === key)
    if (isTaken) tell('has the id of another leaf')
    owners.set(id, [...others, key])
    const opening = openLeaf(row, leaf, ids, keys, tell)
    const found = candidates(dump, leaf, opening, owner, keys)
    const fitting = opening === undefined ? found : found?.filter(({ record }) =>
      record && commitment(v, saltOf(opening), 'payload', canonical(record)) === payload)
    const choice = fitting?.find((each) => !used.has(each.row)) ?? fitting?.[0] ?? found?.[0]
    if (found === undefined) tell(`has no full record in §9: ${String(kind)}, ${String(type)}`)
    else if (!choice && !isShut) tell('has no row with its full record')
    else if (!choice) forgotten.set(type, (forgotten.get(type) ?? 0) + 1)
    if (!choice) continue
    if (!choice.record && opening) tell('has a row whose sealed fields do not open')
    else if (fitting?.length === 0) tell('has a full record that does not fit its commitment')
    if (kind !== 'event' && used.has(choice.row)) tell('is a second leaf for one row')
    used.add(choice.row)
    for (const [name, value] of Object.entries(choice.says)) {
      const said = (commitments.some((each) => each === name) ? opening : leaf)?.[name]
      if (said !== undefined && said !== value) tell(`and its full record differ in ${name}`)
    }
  }
  const nameOf = ({ id, number, hash, account }) => String(id ?? number ?? hash ?? `of ${account}`)
  for (const table of recordTables) {
    for (const row of dump[table].filter((each) => !used.has(each))) {
      const types = { status: 'status-issued', end_of_status: 'status-ended', ending: 'role-ended',
        restored: 'status-restored', replaced: 'status-replaced', undone: 'decision-set-aside', held: 'hold-placed',
        told: 'told-to-decide', linked: 'link-changed' }
      const type = types[table]
      const left = forgotten.get(type) ?? 0
      if (left > 0) forgotten.set(type, left - 1)
      else problems.push(`${table} ${nameOf(row)} has no leaf`)
    }
  }
  return problems
}
