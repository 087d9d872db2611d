import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { stringify } from 'yaml'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import { inTransaction } from '#platform/database.ts'
import { eraseParty, finishErasing } from '#records/erasing.ts'
import { readCase } from '#records/read-case.ts'
import { statusOf } from '#records/statuses.ts'
import { familyPolicy } from '#test/family.ts'
import { decided, family, filled, htmlOf, returning, sentIn, type Family } from '#test/ferreiras.ts'
import { house } from '#test/house.ts'
import { outcome, state, taken } from '#test/life-parts.ts'
import { restored } from '#test/restored.ts'
import { sent } from '#test/signed-case.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { policyWithPermits } from '#test/toy-permit.ts'
import type { Visitor } from '#test/visitor.ts'

test('nobody sends in what is of another adult: they confirm their part, and then it goes', async (t) => {
  const all = await family(t)
  await filled(all)
  const { here, ana, ben, id } = all

  const early = await ana.post(`/en/applications/${id}/submit`)
  equal(early.status, 409)
  match(await early.text(), /Not everybody has confirmed their own part yet/)
  doesNotMatch(await htmlOf(ana, `/en/applications/${id}/check`), /Benedito/)
  equal((await ana.get(`/en/applications/${id}~2`)).status, 404)
  equal((await ben.get(`/en/applications/${id}~1/answers/person`)).status, 404)
  equal((await ben.get(`/en/applications/${id}~3`)).status, 404)
  doesNotMatch(await htmlOf(ana, `/en/applications/${id}~3`), /answers\/purpose/)

  const check = await htmlOf(ben, `/en/applications/${id}/check`)
  match(check, /Benedito/)
  match(check, /This is right, and I agree/)
  const confirming = await ben.post(`/en/applications/${id}/submit`)
  equal(confirming.status, 303)
  match(confirming.headers.get('location') ?? '', /done=step&of=family-comfort\.confirm$/)
  equal((await htmlOf(ben, `/en/applications/${id}`)).match(/Confirmed/g)?.length, 2)
  match(await htmlOf(ana, `/en/applications/${id}`), /Confirmed/)
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)

  const parts = await here.db.selectFrom('eventPart').select(['subject', 'sealed']).execute()
  equal(new Set(parts.map(({ subject }) => subject)).size, 3)
  equal(
    parts.some(({ sealed }) => sealed?.includes('Ferreira') === true),
    false,
  )
})

test('what is marked goes back to whose it is, and the case goes on once all of it is mended', async (t) => {
  const all = await family(t)
  await sentIn(all)
  const { here, ana, ben, id } = all
  const officer = await here.office('officer@kecid.example')
  const page = await htmlOf(officer, `/en/cases/${id}/steps/return`)
  match(page, /Spouse: Benedito Ferreira/)
  const mark = /value="(2\.person\.[^"]*\.surname)"/.exec(page)?.[1] ?? ''
  ok(mark)
  const marked = { mark, [`note.${mark}`]: 'Not as in the passport.', explanation: 'One thing.' }
  const answer = await sent(officer, `/en/cases/${id}/steps/return`, marked)
  equal(answer.status, 303, await answer.text())

  const waiting = await htmlOf(ana, `/en/applications/${id}`)
  doesNotMatch(waiting, /Not as in the passport/)
  match(waiting, /Somebody else in this application still has something to correct/)
  const early = await ana.post(`/en/applications/${id}/submit`)
  equal(early.status, 409)
  match(await early.text(), /Not everybody has confirmed their own part yet/)

  const correct = `/en/applications/${id}~2/correct`
  const form = await htmlOf(ben, correct)
  const field = /name="([^"]*surname)"/.exec(form)?.[1] ?? ''
  const version = /name="version" value="([^"]*)"/.exec(form)?.[1] ?? ''
  const mended = await ben.post(correct, { [field]: 'Ferreira-Lopes', version, press: 'send' })
  equal(mended.status, 303, await mended.text())
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)

  const seen = await htmlOf(officer, `/en/cases/${id}`)
  match(seen, /Ferreira-Lopes/)
  match(seen, /Lia/)
})

test('what is marked of a child leads whoever answers for it to where it is corrected', async (t) => {
  const all = await family(t)
  await sentIn(all)
  const { here, ana, id } = all
  const officer = await here.office('officer@kecid.example')
  const page = await htmlOf(officer, `/en/cases/${id}/steps/return`)
  const mark = /value="(3\.person\.[^"]*\.surname)"/.exec(page)?.[1] ?? ''
  ok(mark)
  const marked = { mark, [`note.${mark}`]: 'Not as in the passport.', explanation: 'One thing.' }
  equal((await sent(officer, `/en/cases/${id}/steps/return`, marked)).status, 303)

  const correct = `/en/applications/${id}~3/correct`
  const waiting = await htmlOf(ana, `/en/applications/${id}`)
  match(waiting, new RegExp(`href="${correct}"[^>]*>[^<]*Correct what is marked: [^<]*Lia`))
  doesNotMatch(waiting, /Somebody else in this application still has something to correct/)
  const form = await htmlOf(ana, correct)
  const field = /name="([^"]*surname)"/.exec(form)?.[1] ?? ''
  const version = /name="version" value="([^"]*)"/.exec(form)?.[1] ?? ''
  const mended = await ana.post(correct, { [field]: 'Ferreira-Lopes', version, press: 'send' })
  equal(mended.status, 303, await mended.text())
  doesNotMatch(await htmlOf(ana, `/en/applications/${id}`), /Correct what is marked/)
  match(await htmlOf(officer, `/en/cases/${id}`), /Ferreira-Lopes/)
})

test('whoever has it back may leave instead, and the others go on', async (t) => {
  const all = await family(t)
  await sentIn(all)
  const { here, ana, ben, id } = all
  const officer = await here.office('officer@kecid.example')
  const page = await htmlOf(officer, `/en/cases/${id}/steps/return`)
  const mark = /value="(2\.person\.[^"]*\.surname)"/.exec(page)?.[1] ?? ''
  const marked = { mark, [`note.${mark}`]: 'Not as in the passport.', explanation: 'One thing.' }
  equal((await sent(officer, `/en/cases/${id}/steps/return`, marked)).status, 303)

  const hers = await htmlOf(ana, `/en/applications/${id}`)
  match(hers, /Take out of the application: Lia Ferreira/)
  doesNotMatch(hers, /Take out of the application: Spouse/, 'what was sent in is not hers to take')
  equal((await ana.post(`/en/applications/${id}~2/leave`)).status, 409)
  match(await htmlOf(ben, `/en/applications/${id}`), /Leave this application/)
  equal((await ben.post(`/en/applications/${id}~2/leave`)).status, 303)

  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)
  const rows = await here.db
    .selectFrom('caseParty')
    .select(['party', 'state'])
    .where('caseId', '=', id)
    .where('untilOn', 'is not', null)
    .execute()
  deepEqual(rows, [{ party: ben.account.partyId, state: 'ended' }])
  const proposing = await htmlOf(officer, `/en/cases/${id}/steps/draft-decision`)
  match(proposing, /Lia Ferreira/)
  doesNotMatch(proposing, /name="2\.outcome"/)
})

/** The office reads who was given what, and says of the case as a whole only what is so of all. */
async function seenByOfficials({ here, id }: Family): Promise<void> {
  const officer = await here.office('officer@kecid.example')
  const page = await htmlOf(officer, `/en/cases/${id}`)
  for (const reason of [/Ana does no harm/, /Benedito does none/, /Lia is too young/]) {
    match(page, reason)
  }
  match(page, /FAM-S-2026-\d{6}-1/)
  match(page, /FAM-S-2026-\d{6}-2/)
  const [head = ''] = /<header class="kc-case-head">.*?<\/header>/s.exec(page) ?? []
  ok(head)
  doesNotMatch(head, /Recognised|Refused|Favourable/i)
  const list = await htmlOf(officer, '/en?list=ended')
  const [row = ''] = /<tr[^>]*>(?:(?!<\/tr>).)*FAM-2026(?:(?!<\/tr>).)*<\/tr>/s.exec(list) ?? []
  ok(row)
  doesNotMatch(row, /Recognised|Refused|Favourable/i)
}

/** Ana is recognised, and Ben is given a permit that rests on that. */
const resting: CaseType = {
  ...returning,
  outcomes: [
    outcome('recognised', {
      favourable: true,
      effects: [
        { effect: 'issue', status: 'recognition', of: ['applicant'] },
        {
          effect: 'issue',
          status: 'permit',
          of: ['spouse'],
          rests: { role: 'applicant', status: 'recognition' },
        },
      ],
    }),
    outcome('refused', { grounds: 'refusal' }),
  ],
}

test('what one is given rests on what another is given by the same decision, or is not given', async (t) => {
  const policy = policyWithPermits(t, familyPolicy(t, resting))
  const all = await family(t, house(t, { policy }))
  await sentIn(all)
  const { here, id } = all
  const officer = await here.office('officer@kecid.example')
  const alone = await sent(officer, `/en/cases/${id}/steps/draft-decision`, {
    '1.grounds': 'C1',
    '1.reasoning': 'No.',
    '2.reasoning': 'Yes.',
    '3.grounds': 'C1',
    '3.reasoning': 'No.',
  })
  equal(alone.status, 409)
  match(await alone.text(), /does not hold the status that is needed/)

  await decided(all)

  const given = await here.db
    .selectFrom('status')
    .select(['number', 'kind', 'restsOn'])
    .orderBy('number')
    .execute()
  deepEqual(
    given.map(({ kind }) => kind),
    ['recognition', 'permit'],
  )
  equal(given[1]?.restsOn, given[0]?.number)
})

test('each has a decision of their own, reads it, and holds what it gave', async (t) => {
  const all = await family(t)
  await sentIn(all)
  await decided(all)
  const { here, ana, ben, id } = all

  const hers = await htmlOf(ana, `/en/applications/${id}~1/decision`)
  match(hers, /Ana does no harm/)
  doesNotMatch(hers, /Benedito|too young/)
  match(await htmlOf(ana, `/en/applications/${id}~3/decision`), /Lia is too young/)
  equal((await ana.get(`/en/applications/${id}~2/decision`)).status, 404)
  const outcomesFor = async (visitor: Visitor) =>
    (await htmlOf(visitor, `/en/applications/${id}`)).match(/(Fav|Unfav)ourable decision/g)
  deepEqual(await outcomesFor(ana), ['Favourable decision', 'Unfavourable decision'])
  deepEqual(await outcomesFor(ben), ['Favourable decision'])
  const his = await htmlOf(ben, `/en/applications/${id}~2/decision`)
  match(his, /Benedito does none either/)
  doesNotMatch(his, /Ana does no harm|too young/)

  await seenByOfficials(all)

  const { owned } = here
  const numbers = await inTransaction(owned.db, async (tx) => {
    const found = await readCase(tx, owned.keys, id)
    const subjects = found?.standing.parties.map((party) => party.id) ?? []
    const held: (string | undefined)[] = []
    for (const partyId of subjects) {
      const key = found?.several?.keyOf(partyId)
      held.push(key && (await statusOf(tx, id, { key, partyId }))?.number)
    }
    return held
  })
  match(numbers[0] ?? '', /^FAM-S-2026-\d{6}-1$/)
  match(numbers[1] ?? '', /^FAM-S-2026-\d{6}-2$/)
  equal(numbers[2], undefined)
  const letters = await here.db.selectFrom('letter').select(['party', 'subject']).execute()
  deepEqual(
    letters.filter(({ party, subject }) => party !== subject),
    [],
  )
})

test('whoever is erased before it is sent in keeps nobody else from sending it in', async (t) => {
  const all = await family(t)
  await filled(all)
  const { here, ana, ben, id } = all
  await eraseParty(here.faces.jobs, { partyId: ben.account.partyId, at: here.clock.now() })

  doesNotMatch(await htmlOf(ana, `/en/applications/${id}`), /Spouse/)
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)

  const officer = await here.office('officer@kecid.example')
  match(await htmlOf(officer, `/en/cases/${id}`), /Lia/)
})

test('whoever is erased leaves nothing in the case of the others, after a restore as well', async (t) => {
  const all = await family(t)
  await sentIn(all)
  await decided(all)
  const { here, ana, ben, id } = all
  const { db, faces } = here
  const officer = await here.office('officer@kecid.example')
  equal((await here.db.selectFrom('decision').selectAll().execute()).length, 3)
  const yesterday = await restored(db)

  await eraseParty(faces.jobs, { partyId: ben.account.partyId, at: here.clock.now() })
  const isGone = async () => {
    const page = await htmlOf(officer, `/en/cases/${id}`)
    match(page, /Ana/)
    match(page, /Lia/)
    doesNotMatch(page, /Benedito/)
    match(await htmlOf(ana, `/en/applications/${id}~1/decision`), /Ana does no harm/)
    equal((await ana.get(`/en/applications/${id}~3`)).status, 200)
  }
  await isGone()
  const his = db.selectFrom('eventPart').select('sealed').where('subject', '=', ben.account.partyId)
  deepEqual(new Set((await his.execute()).map(({ sealed }) => sealed)), new Set([null]))

  await yesterday()
  ok((await his.execute()).some(({ sealed }) => sealed !== null))
  await isGone()
  ok((await finishErasing(faces.jobs, faces.jobs.log)) > 0)
  deepEqual(new Set((await his.execute()).map(({ sealed }) => sealed)), new Set([null]))
  await isGone()
})

/** Before anything is proposed a body is asked whether it objects. */
const opined: CaseType = {
  ...returning,
  states: [
    ...returning.states,
    state('asked', 'with-others', { owner: 'objection-officer', clock: 'objection' }),
  ],
  steps: [
    ...returning.steps,
    {
      code: 'accept',
      kind: 'ask',
      ...taken(['submitted'], 'case-officer'),
      to: 'asked',
      asks: [{ kind: 'opinion', step: 'give-opinion', clock: 'objection' }],
    },
    {
      code: 'give-opinion',
      kind: 'answer',
      ...taken(['asked'], 'objection-officer'),
      to: 'submitted',
    },
  ],
}

function policyWithOpinions(t: TestContext): string {
  const policy = familyPolicy(t, opined)
  const { bodies, grounds } = comfortProcedure
  const asking: Procedure = {
    ...comfortProcedure,
    objectionBodies: ['dtx'],
    silenceOfObjectionBody: 'no-objection',
    bodies: [...bodies, ...bodies.slice(0, 1).map((body) => ({ ...body, code: 'dtx' }))],
    grounds: [
      ...grounds,
      ...grounds.slice(0, 1).map((each) => ({ ...each, code: 'C2', holds: 'objection' as const })),
    ],
  }
  const text = stringify(asking, { aliasDuplicateObjects: false })
  writeFileSync(join(policy, 'procedures', 'comfort.yaml'), text)
  return policy
}

test('a body that is asked reads of everybody, each by their name', async (t) => {
  const all = await family(t, house(t, { policy: policyWithOpinions(t) }))
  await sentIn(all)
  const { here, id } = all
  const officer = await here.office('officer@kecid.example')
  equal((await sent(officer, `/en/cases/${id}/steps/accept`, {})).status, 303)

  const guard = await here.office('objection.dtx@kecid.example')
  const page = await htmlOf(guard, `/en/cases/${id}/steps/give-opinion`)

  for (const who of ['Applicant: Ana', 'Spouse: Benedito', 'Child: Lia'])
    ok(page.includes(who), who)
  for (const paper of ['CD123456', 'CD123457', 'CD123458']) ok(page.includes(paper), paper)
})

test('whoever opens their decision tells nobody else: time still waits for the others', async (t) => {
  const all = await family(t)
  await sentIn(all)
  await decided(all)
  const { here, ana, ben, id } = all
  const telling = async () => {
    const tasks = here.db.selectFrom('task').select(['kind', 'state']).where('caseId', '=', id)
    const open = await tasks.where('state', '=', 'open').execute()
    return open.map(({ kind }) => kind)
  }
  deepEqual(await telling(), ['telling'])
  await htmlOf(ana, `/en/applications/${id}~1/decision`)
  deepEqual(await telling(), ['telling'], 'Benedito and Lia are not told yet')
  await htmlOf(ana, `/en/applications/${id}~3/decision`)
  deepEqual(await telling(), ['telling'], 'Benedito is not told yet')
  await htmlOf(ben, `/en/applications/${id}~2/decision`)
  const rows = await here.db.selectFrom('telling').select(['party', 'means']).execute()
  equal(rows.length, 3)
  deepEqual(await telling(), [])
  const told = await here.db
    .selectFrom('event')
    .select('readable')
    .where('kind', '=', 'tell')
    .execute()
  doesNotMatch(JSON.stringify(told), /2026-\d{2}-\d{2}|account/, 'nor on which day')
})
