import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { stringify } from 'yaml'
import type { Answers } from '#core/answers/answers.ts'
import { agree } from '#core/outcome.ts'
import { pinnedBy } from '#core/policy/policy.ts'
import { DEMONSTRATION_OFFICIALS } from '#records/demonstration-officials.ts'
import { eraseParty } from '#records/erasing.ts'
import { contentsOf } from '#test/contents.ts'
import { begun, couple, invited, withChild } from '#test/family.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { kinPolicy } from '#test/lamp-family.ts'
import { annulmentOf, caseIn, decided, play, proposed, submitted } from '#test/played-case.ts'
import { role } from '#test/life-parts.ts'
import { say } from '#test/toy-rules.ts'
import { familyType } from '#test/toy-family.ts'
import { policyWithPermits } from '#test/toy-permit.ts'

const OFFICER = 'officer@kecid.example'
const CARD = '/en/holders/HQM-S-2026-000123'

const named = (surname: string, given: string, born: string): Answers => ({
  person: [
    { id: 'p', values: { surname, 'given-names': given, 'born-on': born, paper: 'CD123456' } },
  ],
})

type Family = {
  readonly here: TestHouse
  readonly ana: Applicant
  readonly ben: Applicant
  readonly recognition: string
  /** Where Ana asks for comfort for Ben and their child too; not sent in yet. */
  readonly comfort: string
}

/** Ana, who is recognised; her husband Ben and a child stand in what she has begun to write. */
async function family(t: TestContext, policy = kinPolicy(t)): Promise<Family> {
  const here = await house(t, { policy: policyWithPermits(t, policy) })
  const { ana, ben, id: comfort } = await couple(here)
  equal((await withChild(ana, comfort, ['27', '3', '2016'])).status, 303)
  const recognition = await caseIn('recognised', here, ana, { number: 'HQM-2026-000123' })
  return { here, ana, ben, recognition, comfort }
}

/** What she wrote is sent in, of each of the three as they are. */
const files = ({
  here,
  comfort,
  ana,
  number = 'FAM-2026-000007',
}: Family & { readonly number?: string }) => {
  const told: Readonly<Record<string, Answers>> = {
    applicant: named('Ferreira', 'Ana', '1987-03-27'),
    spouse: named('Ferreira', 'Ben', '1985-05-01'),
    child: named('Ferreira', 'Lia', '2016-03-27'),
  }
  return play(here.owned, comfort, {
    by: { id: ana.account.partyId, roles: [] },
    decide: ({ parties }, _context, { description }) =>
      agree({
        code: 'submit',
        role: 'applicant',
        to: 'submitted',
        event: {
          kind: 'file',
          number,
          field: '',
          ...pinnedBy(description),
          filed: parties
            .filter(({ isSubject }) => isSubject)
            .map(({ id: subject, role }) => ({
              subject,
              answers: told[role] ?? {},
              documents: [],
              confirmed: [],
            })),
        },
      }),
  })
}

/** A permit of hers that rests on her recognition. */
async function permitted({ here, ana }: Family): Promise<string> {
  const answers = named('Ferreira', 'Ana', '1987-03-27')
  const id = await submitted(here, ana, { type: 'permit', answers, number: 'PRM-2026-000004' })
  const said = { outcome: 'recognised', grounds: [], reasoning: 'She may stay.' }
  await proposed(here.owned, id, { step: 'draft-decision', ...said })
  await decided(here.owned, id, 'sign')
  return id
}

const textOf = (html: string): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

async function readCard({ here }: Pick<Family, 'here'>, language = 'en') {
  const officer = await here.office(OFFICER)
  const answer = await officer.get(CARD.replace('/en/', `/${language}/`))
  equal(answer.status, 200, here.logged.at(-1))
  const html = await answer.text()
  return { html, text: textOf(html) }
}

test('a card has the number first, and then who holds it, from when to when, and what else', async (t) => {
  const all = await family(t)
  const permit = await permitted(all)

  const { html, text } = await readCard(all)

  match(text, /HQM-S-2026-000123 Holder \S*Ferreira Born 27 March 1987, age 38 State In force/)
  match(text, /Valid from 2 March 2026 Valid until 1 March 2031 Field Information/)
  ok(contentsOf(html).includes('Family, and what rests on this'))
  ok(html.includes(`href="/en/cases/${all.recognition}?back=%2Fen%2Fholders%2FHQM-S-2026-000123"`))
  match(html, new RegExp(`href="/en/cases/${permit}[^>]*>\\s*PRM-S-2026-000004`))
  match((await readCard(all, 'az')).text, /HQM-S-2026-000123 Status sahibi Ferreira/)
})

test('who is in the family is read from cases that were sent in, never from what is being written', async (t) => {
  const all = await family(t)
  const before = await readCard(all)
  match(before.text, /No case names anybody beside the holder/)
  doesNotMatch(before.text, /Spouse|Child|FAM-/)

  await files(all)

  const { html, text } = await readCard(all)
  match(text, /Ben Ferreira Spouse, 1 May 1985, age 40\. Cases: FAM-2026-000007 Holds nothing\./)
  match(text, /Lia Ferreira Child, 27 March 2016, age 9\. Cases: FAM-2026-000007/)
  match(text, /Open cases Comfort for a family, FAM-2026-000007 .*Ferreira, Ben Ferreira, Lia Fer/)
  ok(html.includes(`href="/en/cases/${all.comfort}?back=`))
})

test('what comes next is told by the day, and what the law allows each as it stands', async (t) => {
  const all = await family(t)
  await files(all)

  const { text } = await readCard(all)

  match(
    text,
    /1 March 2031 Last day of the status\. What rests on it ends with it Ferreira 27 March 2034/,
  )
  equal(text.match(/Last day of the status/g)?.length, 1, 'said once for all')
  match(text, /Oil for the lamp Provisional Holds by itself 1 March 2031/)
  match(text, /Ben Ferreira Concession .*Work Provisional Open in the law/)
  match(text, /Lia Ferreira Concession .*A school Provisional Holds by itself/)
})

test('somebody else’s family is not that of whoever joined them', async (t) => {
  const all = await family(t)
  await files(all)
  const { here, ben } = all
  await caseIn('recognised', here, ben, { number: 'HQM-2026-000999' })

  const officer = await here.office(OFFICER)
  const html = await (await officer.get('/en/holders/HQM-S-2026-000999')).text()

  const text = textOf(html)
  match(text, /Ana Ferreira Applicant, 27 March 1987/)
  // The first is in the contents.
  const [, , allowed = ''] = text.split('What the law allows them now')
  doesNotMatch(allowed, /Ana|Lia/, 'in a case that he joined they are hers')
  match(text, /HQM-S-2026-000123/, 'what she holds is seen there too')
})

test('only the Service reads cards, and nobody else learns that there are any', async (t) => {
  const all = await family(t)
  const open: string[] = []
  for (const { email, roles } of DEMONSTRATION_OFFICIALS) {
    const official = await all.here.office(email)
    for (const path of [CARD, '/en/holders', '/en/holders?number=123']) {
      const { status } = await official.get(path)
      if (status === 404) continue
      open.push(...roles)
    }
  }
  deepEqual(new Set(open), new Set(['case-officer', 'head', 'signer']))
  const stranger = await all.here.office()
  match((await stranger.get(CARD)).headers.get('location') ?? '', /\/en\/sign-in/)
  const auditor = await all.here.office('auditor@kecid.example')
  doesNotMatch(await (await auditor.get(`/en/cases/${all.recognition}`)).text(), /\/en\/holders/)
})

const looksOf = async ({ db }: TestHouse) =>
  db
    .selectFrom('look')
    .select(['party', 'caseId', 'role'])
    .where('page', '=', 'holder-page')
    .execute()

test('a look is noted once for each who is read, before it is shown, and each of them sees it', async (t) => {
  const all = await family(t)
  await files(all)
  const { here, ana, ben, recognition, comfort } = all
  const officer = await here.office(OFFICER)
  for (const path of [
    '/en/holders',
    '/en/holders?number=nobody',
    '/en/holders/hqm-s-2026-000123',
  ]) {
    await officer.get(path)
  }
  deepEqual(await looksOf(here), [], 'a list and a way there show nobody')

  await readCard(all)

  const looks = await looksOf(here)
  equal(looks.length, 3)
  deepEqual(new Set(looks.map(({ role }) => role)), new Set(['case-officer']))
  const at = (who: Applicant) => looks.filter(({ party }) => party === who.account.partyId)
  deepEqual(
    at(ana).map(({ caseId }) => caseId),
    [recognition],
  )
  deepEqual(
    at(ben).map(({ caseId }) => caseId),
    [comfort],
  )
  for (const somebody of [ana, ben]) {
    match(
      await (await somebody.get('/en/who-looked')).text(),
      /Case officer[\s\S]*Looked at what you and your family hold, and at what comes next/,
    )
  }
  const auditor = await here.office('auditor@kecid.example')
  equal((await (await auditor.get('/en/looks')).text()).match(/Card of a holder/g)?.length, 3)
})

test('of whom nothing is kept the card has no name, and nobody was looked at', async (t) => {
  const all = await family(t)
  await files(all)
  const { here, ben } = all
  const at = here.clock.now()
  await eraseParty(here.faces.jobs, { partyId: ben.account.partyId, at })

  const { text } = await readCard(all)

  match(text, /Spouse Erased Cases: FAM-2026-000007/)
  doesNotMatch(text, /Ben|1985/)
  match(text, /Lia Ferreira Child/)
  equal((await looksOf(here)).length, 2)
})

/** Whoever is a witness joins, and leaves, and is not who it is about. */
function withWitness(policy: string): string {
  const witness = { ...role('witness'), title: say('Witness'), max: 2, comes: 'invited' }
  const type = {
    ...familyType,
    roles: [...familyType.roles, witness],
    steps: familyType.steps.map((step) =>
      ['join', 'leave'].includes(step.code) ? { ...step, by: [...step.by, 'witness'] } : step,
    ),
  }
  const yaml = stringify(type, { aliasDuplicateObjects: false })
  writeFileSync(join(policy, 'types', 'family-comfort.yaml'), yaml)
  return policy
}

test('who only consents in a case is named by one of their own, which is a look at them', async (t) => {
  const all = await family(t, withWitness(kinPolicy(t)))
  const { here, ana, comfort } = all
  const [cem, dan] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  for (const { email, post } of [cem, dan]) {
    const link = await invited(here, ana, { id: comfort, email, who: 'witness' })
    equal((await post(link)).status, 303)
  }
  const own = await caseIn('submitted', here, cem, { answers: named('Demir', 'Cem', '1980-01-01') })
  await files(all)

  const { text } = await readCard(all)

  match(text, /Cem Demir Witness\. Cases: FAM-2026-000007 Witness/)
  match(
    text,
    /Witness Name not in any case\. Cases: FAM-2026-000007 [^H]/,
    'what they hold is not read',
  )
  const looks = await looksOf(here)
  deepEqual(
    looks.filter(({ caseId }) => caseId === own).map(({ party }) => party),
    [cem.account.partyId],
  )
  equal(looks.length, 4)
})

test('a holder who was erased is a number with its days', async (t) => {
  const all = await family(t)
  const at = all.here.clock.now()
  await eraseParty(all.here.faces.jobs, { partyId: all.ana.account.partyId, at })

  const { text } = await readCard(all)

  match(text, /HQM-S-2026-000123 Holder Erased State In force Valid from 2 March 2026/)
  doesNotMatch(text, /Ferreira|1987/)
  deepEqual(await looksOf(all.here), [])
})

test('a status that was taken says as what and when, and nothing comes next', async (t) => {
  const all = await family(t)
  const annulment = await annulmentOf(all.here, all.recognition, { ground: 'A1' })
  const open = await readCard(all)
  match(open.text, /Open cases Annulment[^,]*, \S+ /)
  all.here.clock.advance(60 * 86_400_000)
  await decided(all.here.owned, annulment, 'annul')

  const { text } = await readCard(all)

  match(text, /State Annulled 1 May 2026 Valid from 2 March 2026 Valid until 1 March 2031/)
  match(text, /What comes next No day is known\./)
  match(text, /Oil for the lamp Provisional Over since 30 April 2026/)
})

test('the number of what rests on a status leads to the card of whoever holds that', async (t) => {
  const all = await family(t)
  await permitted(all)
  const officer = await all.here.office(OFFICER)
  for (const number of ['PRM-S-2026-000004', 'prm-s-2026-000004', 'hqm-s-2026-000123']) {
    equal((await officer.get(`/en/holders/${number}`)).headers.get('location'), CARD, number)
  }
  for (const number of ['HQM-2026-000123', 'HQM-S-2026-000124', '%00', 'x'.repeat(50), "';--"]) {
    equal((await officer.get(`/en/holders/${number}`)).status, 404, number)
  }
})

test('a case leads to the card of each on whose status rests what its people hold, by key too', async (t) => {
  const all = await family(t)
  const permit = await permitted(all)
  await files(all)
  const officer = await all.here.office(OFFICER)
  for (const id of [all.recognition, permit, all.comfort]) {
    const html = await (await officer.get(`/en/cases/${id}`)).text()
    const link = `href="${CARD}?back=%2Fen%2Fcases%2F${id}"`
    ok(html.includes(link), id)
    match(html, /data-kc-key="h"/)
    const card = await (await officer.get(`${CARD}?back=%2Fen%2Fcases%2F${id}`)).text()
    match(card, new RegExp(`<a href="/en/cases/${id}" class="govuk-back-link">Back to the case`))
  }
  const other = await caseIn('submitted', all.here, await all.here.signedUpApplicant())
  const html = await (await officer.get(`/en/cases/${other}`)).text()
  doesNotMatch(html, /holders\/HQM/, 'who holds nothing has no card')
})

test('a case leads to every card of its people, however many there are', async (t) => {
  const { here, ana, recognition } = await family(t)
  const more = ['201', '202', '203', '204', '205', '206']
  for (const number of more)
    await caseIn('recognised', here, ana, { number: `HQM-2026-000${number}` })

  const officer = await here.office(OFFICER)
  const html = await (await officer.get(`/en/cases/${recognition}`)).text()

  match(html, /<summary>Others: 4<\/summary>/)
  for (const number of ['123', ...more]) ok(html.includes(`/en/holders/HQM-S-2026-000${number}?`))
  equal(html.match(/data-kc-key="h"/g)?.length, 1, 'the key leads to the first')
})

test('a child that was brought along anew in another case stands on the card once', async (t) => {
  const all = await family(t)
  await files(all)
  const { here, ana } = all
  const again = await begun(ana)
  equal((await withChild(ana, again, ['27', '3', '2016'])).status, 303)
  await files({ ...all, comfort: again, number: 'FAM-2026-000008' })

  const { text } = await readCard(all)

  equal(text.match(/Lia Ferreira Child/g)?.length, 1)
  match(
    text,
    /Lia Ferreira Child, 27 March 2016, age 9\. Cases: FAM-2026-00000[78] , FAM-2026-00000[78] H/,
  )
  equal((await looksOf(here)).length, 4, 'each that stands for her was read')
})
