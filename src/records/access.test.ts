import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readLeaf } from '#core/ledger/leaf.ts'
import { readOpening } from '#core/ledger/opening.ts'
import { open, openText } from '#platform/sealing.ts'
import type { Doer } from '#records/access.ts'
import { openingPlace } from '#records/ledger.ts'
import type { Hiring } from '#records/officials.ts'
import { heldKey } from '#records/parties.ts'
import { submitted } from '#test/ana.ts'
import { hired } from '#test/hired.ts'
import { house, type TestHouse } from '#test/house.ts'

type Told = {
  readonly type: string
  readonly role: string
  readonly subject: string | null
  readonly actor: string | null
}

/** What the ledger tells of ways into the house since so many leaves were in it. */
async function toldSince({ db, faces }: TestHouse, before: number): Promise<readonly Told[]> {
  const rows = await db.selectFrom('ledgerLeaf').selectAll().orderBy('id').execute()
  const told: Told[] = []
  for (const { leaf: bytes, opening: sealed, party } of rows.slice(before)) {
    const leaf = readLeaf(bytes)
    if (leaf?.kind !== 'access') continue
    ok(sealed && party !== null)
    const ring = await faces.jobs.keys.read({ parties: [party] })
    const plain = open(heldKey(ring, { party }), { place: openingPlace(leaf.id), sealed })
    const opening = readOpening(plain)
    ok(opening, 'it lies under the key of the party itself')
    equal(opening.subject, party)
    told.push({ type: leaf.type, role: leaf.role, subject: party, actor: opening.actor })
  }
  return told
}

const leavesIn = async ({ db }: TestHouse): Promise<number> =>
  (await db.selectFrom('ledgerLeaf').select('id').execute()).length

const byHolder = (type: string, id: string): Told => ({
  type,
  role: 'account-holder',
  subject: id,
  actor: id,
})

const byNobody = (type: string, subject: string): Told => ({
  type,
  role: 'system',
  subject,
  actor: null,
})

const OFFICER = 'officer@kecid.example'

test('whoever signs in leaves a leaf of it, on both sides; whoever fails leaves none', async (t) => {
  const here = await house(t)
  const { account, email, password } = await here.signedUpApplicant()
  const { official } = await here.office(OFFICER)
  const before = await leavesIn(here)
  const [applicant, officer] = [here.visitor(), await here.office()]

  const wrong = { email, password: 'not this one' }
  equal((await applicant.post('/en/sign-in', wrong)).status, 400)
  equal((await applicant.post('/en/sign-in', { ...wrong, email: 'x@example.org' })).status, 400)
  equal((await officer.post('/en/sign-in', { email: OFFICER, password: 'wrong' })).status, 400)
  equal(await leavesIn(here), before)

  equal((await applicant.post('/en/sign-in', { email, password })).status, 303)
  const own = { email: OFFICER, password: 'kecid-demonstration' }
  equal((await officer.post('/en/sign-in', own)).status, 303)
  const told = [account.partyId, official?.id ?? ''].map((id) => byHolder('signed-in', id))
  deepEqual(await toldSince(here, before), told)

  equal((await applicant.get('/en/applications')).status, 200)
  equal((await applicant.post('/en/sign-out')).status, 303)
  equal((await officer.post('/en/sign-out')).status, 303)
  deepEqual(await toldSince(here, before), told, 'nothing else does')
})

test('who cannot be written to the ledger does not come in', async (t) => {
  const here = await house(t)
  const { email, password } = await here.signedUpApplicant()
  const sessions = () => here.db.selectFrom('session').select('account').execute()
  const before = await sessions()
  const full = 'alter table ledger_leaf add constraint full_up check (false) not valid'
  await sql.raw(full).execute(here.db)

  equal((await here.visitor().post('/en/sign-in', { email, password })).status, 500)
  deepEqual(await sessions(), before)
})

test('an address, a password and another password each leave a leaf that tells neither', async (t) => {
  const here = await house(t, { trustProxy: true })
  const before = await leavesIn(here)
  const [email, client] = ['ana.ferreira@example.pt', '203.0.113.77']
  const from = { 'x-forwarded-for': client }
  const ana = here.visitor()
  const linked = async () => {
    const [mail] = await here.mails(email)
    return /http:\/\/portal\.test(\/\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
  }

  equal((await ana.post('/en/register', { email }, from)).status, 303)
  const { party } = await here.db
    .selectFrom('account')
    .select('party')
    .where('face', '=', 'portal')
    .executeTakeFirstOrThrow()
  const told = [byHolder('credential-changed', party)]
  deepEqual(await toldSince(here, before), told)
  equal((await ana.post('/en/register', { email }, from)).status, 303)
  deepEqual(await toldSince(here, before), told, 'asking again changes nothing')

  const changed = [byHolder('credential-changed', party), byHolder('signed-in', party)]
  const first = await linked()
  equal((await ana.post(first, { password: 'dörd söz yan yana' }, from)).status, 303)
  equal((await ana.post(first, { password: 'dörd söz yan yana' }, from)).status, 410)
  here.clock.advance(3_600_000)
  equal((await ana.post('/en/forgotten-password', { email }, from)).status, 303)
  equal((await ana.post(await linked(), { password: 'beş söz yan yana' }, from)).status, 303)
  deepEqual(await toldSince(here, before), [...told, ...changed, ...changed])

  const rows = await here.db.selectFrom('ledgerLeaf').selectAll().execute()
  const { keys } = here.faces.jobs
  const key = heldKey(await keys.read({ parties: [party] }), { party })
  for (const { leaf, opening: sealed } of rows.filter((row) => row.party === party)) {
    const id = readLeaf(leaf)?.id ?? ''
    ok(sealed)
    const text = `${leaf.toString()} ${openText(key, { place: openingPlace(id), sealed })}`
    for (const secret of [email, client, 'argon2id', 'e-mail']) equal(text.includes(secret), false)
    match(text, new RegExp(party))
  }
})

test('the same password in a stronger form is no change', async (t) => {
  const here = await house(t)
  const { account, email } = await here.signedUpApplicant()
  const nonce = Buffer.alloc(16, 7)
  const costs = { memory: 8192, passes: 1, parallelism: 1, tagLength: 32 }
  const tag = argon2Sync('argon2id', { message: 'old', nonce, ...costs })
  const [salt, rest] = [nonce, tag].map((bytes) => bytes.toString('base64').replaceAll('=', ''))
  const weak = `$argon2id$v=19$m=8192,t=1,p=1$${salt}$${rest}`
  const passwords = here.db.updateTable('credential').where('kind', '=', 'password')
  await passwords.where('account', '=', account.id).set({ hash: weak }).execute()
  const before = await leavesIn(here)

  equal((await here.visitor().post('/en/sign-in', { email, password: 'old' })).status, 303)
  const kept = await here.db
    .selectFrom('credential')
    .select('hash')
    .where('account', '=', account.id)
    .where('kind', '=', 'password')
    .execute()
  equal(kept.length, 1)
  notEqual(kept[0]?.hash, weak)
  equal((await here.visitor().post('/en/sign-in', { email, password: 'old' })).status, 303)
  const signedIn = byHolder('signed-in', account.partyId)
  deepEqual(await toldSince(here, before), [signedIn, signedIn])
})

const NEW: Omit<Hiring, 'roles' | 'at' | 'by'> = {
  email: 'new@example.gov',
  name: 'New',
  language: 'az',
  passwordHash: 'none',
  isDemonstration: false,
}

test('roles are given and end by somebody, or by the house itself', async (t) => {
  const here = await house(t)
  const { official } = await here.office('administrator@kecid.example')
  const by: Doer = { id: official?.id ?? '', role: 'administrator' }
  const hire = (roles: Hiring['roles'], who?: Doer) =>
    hired(here, { ...NEW, roles, ...(who ? { by: who } : {}) })
  const before = await leavesIn(here)

  const id = await hire(['case-officer', 'head'])
  const told = ['credential-changed', 'credential-changed', 'role-given', 'role-given']
  deepEqual(
    await toldSince(here, before),
    told.map((type) => byNobody(type, id)),
  )

  const between = await leavesIn(here)
  equal(await hire(['head', 'signer'], by), id)
  deepEqual(
    await toldSince(here, between),
    ['credential-changed', 'role-ended', 'role-given'].map((type) => ({
      type,
      role: 'administrator',
      subject: id,
      actor: by.id,
    })),
  )
})

test('what is done in a case opens nobody a way', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const before = await leavesIn(here)
  const { id } = await submitted(ana)
  const officer = await here.office(OFFICER)
  const signedIn = byHolder('signed-in', officer.official?.id ?? '')
  equal((await officer.get(`/en/cases/${id}`)).status, 200)
  deepEqual(await toldSince(here, before), [signedIn])
  ok((await leavesIn(here)) > before + 1)
})
