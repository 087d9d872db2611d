import { deepEqual, equal, match } from 'node:assert/strict'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { test, type TestContext } from 'node:test'
import { PART_BYTES } from '#exchange/offered/documents.ts'
import { forwardCase } from '#exchange/services/forward-case/contract.ts'
import { fetchDesk, fetchDue } from '#standins/exchange/fetching.ts'
import { caseKey } from '#test/case-rows.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { anaForwarded, EXAMINES, heard } from '#test/forwarding.ts'
import { ASKER, offeredBy, saidIn } from '#test/offered.ts'
import type { TestHouse } from '#test/house.ts'

const PATH = '/v1/forwarded-document'

type Part = Readonly<Record<'result' | 'content' | 'sha256' | 'bytes' | 'parts' | 'media', string>>

/** Ana's case, sent to the toy registers, whose people fetch what came with it. */
async function sentThere(t: TestContext, number: string) {
  const ana = await anaForwarded(t, number)
  const { here } = ana
  const offered = await offeredBy(t, here)
  const fetches = async (document: string, part = '1', client = EXAMINES) => {
    const reply = await offered.rest(PATH, { document, part }, { client })
    return { status: reply.status, said: saidIn(reply) as Part }
  }
  const [own] = await here.db
    .selectFrom('document')
    .select(['id', 'bytes', 'kind'])
    .where('caseId', '=', ana.id)
    .where('kind', '=', 'passport')
    .execute()
  return { ...ana, fetches, document: own?.id ?? '', size: own?.bytes }
}

const answersOf = ({ db }: TestHouse) =>
  db
    .selectFrom('offeredAnswer')
    .select(['client', 'service', 'party', 'outcome'])
    .where('outcome', '=', 'document-fetched')
    .execute()

test('whoever examines a case fetches its documents, and the person reads that they did', async (t) => {
  const all = await sentThere(t, 'CD 123456')
  const { here, ana, says, fetches, document, size } = all
  await heard(here, says)
  const { status, said } = await fetches(document)
  equal(status, 200)
  const bytes = Buffer.from(said.content, 'base64')
  deepEqual([said.result, said.parts, said.bytes], ['part', '1', String(size)])
  equal(bytes.length, size)
  equal(said.sha256, createHash('sha256').update(bytes).digest('hex'))
  equal((await fetches(document, '2')).said.result, 'none', 'there is no more of it')

  await fetches(document)
  const noted = {
    client: 'toy-examiner',
    service: 'forwarded-document',
    outcome: 'document-fetched',
  }
  deepEqual(await answersOf(here), [{ ...noted, party: ana.account.partyId }], 'once a day')
  match(await htmlOf(ana, '/en/who-looked'), /Toy examiner[\s\S]*A document of it/)
})

test('the made-up system fetches by itself all that came with what it was sent', async (t) => {
  const { here, says, fetches } = await sentThere(t, 'CD 123456')
  const desk = fetchDesk(here.clock)
  await heard(here, (content, service, message) => {
    const { case: about, filed } = forwardCase.question.parse(content)
    desk.wants(about, filed?.document ?? [])
    return says(content, service, message)
  })
  const count = desk.all().length
  equal(count > 1, true)
  for (let round = 0; round < count; round += 1) {
    await fetchDue(desk, async ({ document, part }) => (await fetches(document, part)).said)
  }
  deepEqual([...new Set(desk.all().map(({ outcome }) => outcome))], ['whole'])
})

test('nobody else fetches any, nor what is not theirs', async (t) => {
  const all = await sentThere(t, 'CD 123456')
  const { here, fetches, document } = all
  equal((await fetches(document, '1', ASKER)).status, 403)
  equal((await fetches(randomUUID())).said.result, 'none')
  equal((await fetches('no-document')).status, 400)
  // A document that is added later was not sent in.
  await here.db
    .updateTable('document')
    .set({ addedAt: '2031-01-01T00:00:00.000Z' })
    .where('id', '=', document)
    .execute()
  equal((await fetches(document)).said.result, 'none')
  deepEqual(await answersOf(here), [])
})

test('once it is decided there, taken back or withdrawn, nothing more is handed over', async (t) => {
  const decided = await sentThere(t, 'CD 123456')
  equal((await decided.fetches(decided.document)).said.result, 'part')
  await heard(decided.here, decided.says)
  await heard(decided.here, decided.says)
  equal((await decided.fetches(decided.document)).said.result, 'none')

  const back = await sentThere(t, 'ZZ0000923')
  await heard(back.here, back.says)
  const officer = await back.here.office('officer@kecid.example')
  const head = await back.here.office('head@kecid.example')
  const steps = `/en/cases/${back.id}/steps`
  const version = async (who: typeof officer, step: string) =>
    /name="version" value="([^"]*)"/.exec(await htmlOf(who, `${steps}/${step}`))?.[1] ?? ''
  const asks = { reason: 'Nothing comes.', version: await version(officer, 'ask-for-recall') }
  equal((await officer.post(`${steps}/ask-for-recall`, asks)).status, 303)
  equal((await back.fetches(back.document)).said.result, 'part', 'it is only asked for')
  const takes = { version: await version(head, 'recall') }
  equal((await head.post(`${steps}/recall`, takes)).status, 303)
  equal((await back.fetches(back.document)).said.result, 'none')

  const withdrawn = await sentThere(t, 'CD 123456')
  equal((await withdrawn.ana.post(`/en/applications/${withdrawn.id}/withdraw`)).status, 303)
  equal((await withdrawn.fetches(withdrawn.document)).said.result, 'none')
})

test('a document that is larger than a part comes in several, and is whole', async (t) => {
  const { here, id, fetches, document } = await sentThere(t, 'CD 123456')
  const whole = randomBytes(2 * PART_BYTES + 7)
  const key = await caseKey(here.owned, id)
  const put = await here.faces.jobs.vault.put(Readable.from([whole]), key)
  equal(put.ok, true)
  if (!put.ok) return
  const { address, sha256 } = put.stored
  const placed = { address, sha256, bytes: whole.length }
  await here.db.updateTable('document').set(placed).where('id', '=', document).execute()
  const got: Part[] = []
  for (const part of ['1', '2', '3']) got.push((await fetches(document, part)).said)
  deepEqual([...new Set(got.map(({ parts }) => parts))], ['3'])
  const bytes = Buffer.concat(got.map(({ content }) => Buffer.from(content, 'base64')))
  equal(bytes.equals(whole), true)
  equal((await fetches(document, '4')).said.result, 'none')
})
