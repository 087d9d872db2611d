import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { stringify } from 'yaml'
import { begun, invited, withChild } from '#test/family.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { kinPolicy } from '#test/lamp-family.ts'
import { annulmentOf, decided, proposed, submitted } from '#test/played-case.ts'
import { signedCase } from '#test/signed-case.ts'
import { familyType } from '#test/toy-family.ts'
import { placeOf, type Visitor } from '#test/visitor.ts'

/** Ana, who is recognised, her husband Ben and their child Lia, who is sixteen. */

type Kin = { readonly here: TestHouse; readonly ana: Applicant; readonly id: string }

async function kin(t: TestContext, policy = kinPolicy(t)): Promise<Kin> {
  const here = await house(t, { policy })
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana)
  const begins = await ana.post('/en/family', {})
  equal(begins.status, 303, here.logged.at(-1))
  const id = placeOf(begins).split('?')[0]?.split('/').at(-1) ?? ''
  return { here, ana, id }
}

const read = async (visitor: Visitor, path: string) => (await visitor.get(path)).text()

const born = (year: string) => ({ 'born-on-day': '27', 'born-on-month': '3', 'born-on-year': year })

async function writes(visitor: Visitor, part: string, form: object) {
  const answer = await visitor.post(`/en/applications/${part}/answers/person`, {
    version: '0',
    ...form,
  })
  equal(answer.status, 303)
}

test('whoever holds nothing is told what it takes, and begins no family', async (t) => {
  const here = await house(t, { policy: kinPolicy(t) })
  const ana = await here.signedUpApplicant()
  match(await read(ana, '/en/may'), /You hold no such status yet/)
  const answer = await ana.post('/en/family', {})
  equal(placeOf(answer), '/en/may')
  match(await read(ana, '/en/may'), /You hold no such status yet/)
})

test('whoever is in no family is told what they hold, and by when to apply for more', async (t) => {
  // All rests on a lamp here, and she is recognised alone.
  const policy = kinPolicy(t, { holds: 'lamp', ahead: 'recognition' })
  const here = await house(t, { policy })
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana)

  const may = await read(ana, '/en/may')
  match(may, /Held now.*until <strong>1 March 2031<\/strong>.*Last day to apply: 30 January 2031/s)
  match(may, /You are in nobody’s family here/)
  doesNotMatch(may, /You hold no such status/)
})

test('a family is one picture: who is in it, how old, and what each holds', async (t) => {
  const all = await kin(t)
  const { ana, id } = all
  // Her name is known from her application.
  const alone = await read(ana, `/en/family/${id}`)
  match(alone, /<h2[^>]*>Ana Luísa Ferreira<span[^>]*> \(you\)<\/span><\/h2>/)
  match(alone, /until <time[^>]*>1 March 2031<\/time>/)
  equal((await withChild(ana, id, ['27', '3', '2009'])).status, 303)
  const unnamed = await read(ana, `/en/family/${id}`)
  match(unnamed, /<h2[^>]*>Child<\/h2>.*Age: 16 years.*Holds nothing here yet/s)
  await writes(ana, `${id}~2`, {
    surname: 'Ferreira',
    'given-names': 'Lia',
    ...born('2009'),
    version: '1',
  })
  match(await read(ana, `/en/family/${id}`), /<h2[^>]*>Lia Ferreira<\/h2>/)

  // What she may do is told for her age, and by whom it is applied for.
  const lia = await read(ana, `/en/may/${id}~2`)
  match(lia, /<h1[^>]*>What may be done now: Lia Ferreira<\/h1>/)
  match(lia, /26 March 2027.*For the last time, by age: A room/s)
  match(lia, /What comes with it, of itself.*A school/s)
  match(lia, /A room.*Can be applied for.*name="type" value="family-comfort"/s)
  match(lia, /A room.*It has no view/s, 'what it does not include')
  match(lia, /What is not open now, and why.*Oil for the lamp: The law gives it to others/s)
  match(lia, /27 March 2027.*From this day: Work/s)
})

test('an adult joins, and from then on each sees what the other holds and no more', async (t) => {
  const all = await kin(t)
  const { here, ana, id } = all
  const ben = await here.signedUpApplicant()
  const link = await invited(here, ana, { id, email: ben.email })
  const page = await read(ben, link)
  match(page, /you agree that everybody in this family sees your name/)
  match(await read(ben, '/en/may'), /You hold no such status yet/)
  equal((await ben.post(link)).status, 303)
  await writes(ben, `${id}~2`, { surname: 'Ferreira', 'given-names': 'Ben', ...born('1985') })
  match(await read(ana, `/en/family/${id}`), /<h2[^>]*>Ben Ferreira<\/h2>.*Age: 40 years/s)
  const his = await read(ben, `/en/family/${id}`)
  match(his, /<h2[^>]*>Ana Luísa Ferreira<\/h2>.*until <time[^>]*>1 March 2031<\/time>/s)
  match(his, /<h2[^>]*>Ben Ferreira<span/)
  equal(placeOf(await ben.get('/en/family')), `/en/family/${id}`)

  // Neither reads a number or comes to a case of the other, nor writes for them.
  doesNotMatch(await read(ben, `/en/may/${id}~1`), /HQM-S-|\/applications\/[0-9a-f-]{36}"/)
  equal((await ana.get(`/en/applications/${id}~2/answers/person`)).status, 404)
  const may = await read(ben, `/en/may/${id}~2`)
  match(may, /The highly qualified migrant applies for this and invites you/)
  match(may, /Work.*Open in the law.*Nobody can promise this/s)

  // He leaves, and neither sees anything of the other.
  const leaves = await ben.post(`/en/applications/${id}~2/leave`, {})
  match(placeOf(leaves), /^\/en\/may\?done=/)
  match(await read(ben, '/en/may'), /You hold no such status yet/)
  equal((await ben.get(`/en/family/${id}`)).status, 404)
  doesNotMatch(await read(ana, `/en/family/${id}`), /Ben/)
})

test('whoever is invited into a family reads of a family, and of no application', async (t) => {
  const { here, ana, id } = await kin(t)
  const told: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
    en: [/into a family list[^]*no application/, /join an application|Application:/],
    az: [/ailə siyahısına[^]*müraciət deyil/, /müraciətə qoşulmağa|Müraciət:/],
    tr: [/aile listesine[^]*başvuru değildir/, /başvuruya katılmaya|Başvuru:/],
    ru: [/в список семьи[^]*не обращение/, /присоединиться к обращению|Обращение:/],
  }
  for (const [language, [says, not]] of Object.entries(told)) {
    const email = `ben.${language}@example.org`
    const asked = { who: 'spouse', email, language }
    equal((await ana.post(`/en/applications/${id}/people/invite`, asked)).status, 303)
    await here.runJobs()
    const [mail] = await here.mails(email)
    const text = `${mail?.subject}\n${mail?.text}`.replaceAll(/\s+/g, ' ')
    match(text, says)
    doesNotMatch(text, not)
  }
})

test('whoever is taken off is written to, and so is whoever somebody leaves, each in their language', async (t) => {
  const { here, ana, id } = await kin(t)
  const ben = await here.signedUpApplicant({ language: 'ru' })
  const cleo = await here.signedUpApplicant()
  for (const who of [ben, cleo]) {
    equal((await who.post(await invited(here, ana, { id, email: who.email }))).status, 303)
  }
  const written = async () => {
    await here.runJobs()
    const rows = await here.db
      .selectFrom('letter')
      .select(['party', 'code', 'language'])
      .where('caseId', '=', id)
      .orderBy('writtenAt')
      .execute()
    return rows.map(({ party, code, language }) => [party, code, language].join(' '))
  }
  const [hers, his, cleos] = [ana, ben, cleo].map(({ account }) => account.partyId)

  equal((await ana.post(`/en/applications/${id}~2/leave`, {})).status, 303)

  deepEqual(new Set(await written()), new Set([`${his} taken-off ru`, `${cleos} somebody-left en`]))
  const [mail] = await here.mails(ben.email)
  match(mail?.text ?? '', /Nobody sees you/)
  doesNotMatch(mail?.text ?? '', /applications/)

  equal((await cleo.post(`/en/applications/${id}~3/leave`, {})).status, 303)

  deepEqual((await written()).slice(2), [`${hers} somebody-left en`])
})

test('whoever began by themselves goes on from here, and of others nobody is told that they are invited', async (t) => {
  const { here, ana, id } = await kin(t)
  const ben = await here.signedUpApplicant()
  equal((await ben.post(await invited(here, ana, { id, email: ben.email }))).status, 303)
  equal((await withChild(ana, id, ['27', '3', '2015'])).status, 303)
  match(await read(ben, `/en/may/${id}~2`), /migrant applies for this and invites you/)
  const child = await read(ben, `/en/may/${id}~3`)
  match(child, /migrant applies for this, and brings them into the application/)
  doesNotMatch(child, /invites you/)

  const draft = await begun(ben)
  const may = await read(ben, `/en/may/${id}~2`)
  match(may, new RegExp(`href="/en/applications/${draft}"[^>]*>\\s*Go on with the application`))
  doesNotMatch(may, /invites you/)

  equal((await ben.post(`/en/applications/${draft}/discard`)).status, 303)
  const sent = await submitted(here, ben, { type: 'family-comfort', number: 'FAM-2026-000019' })
  const after = await read(ben, `/en/may/${id}~2`)
  match(after, new RegExp(`href="/en/applications/${sent}"[^>]*>\\s*See where your application is`))
  doesNotMatch(after, /invites you/)
})

test('a stranger finds no family, and an application is none', async (t) => {
  const { here, ana, id } = await kin(t)
  const eve = await here.signedUpApplicant()
  equal((await eve.get(`/en/family/${id}`)).status, 404)
  equal((await eve.get(`/en/may/${id}~1`)).status, 404)
  const other = await begun(ana)
  equal((await ana.get(`/en/family/${other}`)).status, 404)
  equal((await ana.get(`/en/may/${id}~9`)).status, 404)
  equal((await ana.get('/en/family/nothing')).status, 404)
  // A family is in no list of applications, and its page is the family's.
  doesNotMatch(await read(ana, '/en/applications'), new RegExp(id))
  // It is sent in by nobody.
  equal((await ana.post(`/en/applications/${id}/submit`)).status < 500, true)
  for (const page of ['', '/check']) {
    equal(placeOf(await ana.get(`/en/applications/${id}${page}`)), `/en/family/${id}`)
  }
})

test('what is open about a status stands where it is held, for whoever may read of it', async (t) => {
  const here = await house(t, { policy: kinPolicy(t) })
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const recognition = await signedCase(here, ana)
  const id =
    placeOf(await ana.post('/en/family', {}))
      .split('/')
      .at(-1) ?? ''
  equal((await ben.post(await invited(here, ana, { id, email: ben.email }))).status, 303)
  const pages = [`/en/family/${id}`, `/en/may/${id}~1`]
  for (const page of pages) doesNotMatch(await read(ana, page), /A case about it is open/)

  const annulment = await annulmentOf(here, recognition, { ground: 'A1' })

  const open = new RegExp(`A case about it is open:[^<]*<a [^>]*/applications/${annulment}"`)
  for (const page of pages) {
    match(await read(ana, page), open)
    doesNotMatch(await read(ben, page), /A case about it is open/)
  }
})

test('what is begun from here begins with earlier answers, as from the list', async (t) => {
  const { here, ana, id } = await kin(t)
  const earlier = await submitted(here, ana, { type: 'family-comfort', number: 'FAM-2026-000009' })
  equal((await ana.post(`/en/applications/${earlier}/withdraw`)).status, 303)
  const offered = new RegExp(
    `name="from" value="${earlier}"[^>]*>\\s*Start with the answers of FAM-`,
  )

  match(await read(ana, '/en/applications'), offered)
  match(await read(ana, `/en/may/${id}~1`), offered)
})

test('what is applied for is said to be, with the way there, and no page counts it', async (t) => {
  const { here, ana, id } = await kin(t)
  equal((await withChild(ana, id, ['27', '3', '2015'])).status, 303)
  const [own, all] = [`/en/may/${id}~1`, `/en/family/${id}`]
  match(await read(ana, own), /A room<\/h3>\s*<strong[^>]*>Can be applied for/)
  const counted = async () => (await read(ana, all)).match(/Can be applied for now: 1/g)?.length
  equal(await counted(), 2)

  const values = { surname: 'Ferreira', 'born-on': '1987-03-27', paper: 'CD123456' }
  const open = await submitted(here, ana, {
    type: 'family-comfort',
    number: 'FAM-2026-000029',
    answers: { person: [{ id: 'p', values }] },
  })

  const html = await read(ana, own)
  match(html, /A room<\/h3>\s*<strong[^>]*>Applied for/)
  match(html, new RegExp(`/applications/${open}"[^>]*>\\s*See where[^<]*: FAM-2026-000029`))
  doesNotMatch(html, /Can be applied for/)
  // The child is not in it.
  equal(await counted(), 1)
  match(await read(ana, `/en/may/${id}~2`), /A room<\/h3>\s*<strong[^>]*>Can be applied for/)

  // Once it is granted to her it is done, and still not to the child.
  const outcome = { step: 'draft-decision', outcome: 'recognised', grounds: [], reasoning: 'So.' }
  await proposed(here.owned, open, outcome)
  await decided(here.owned, open, 'sign')
  const granted = await read(ana, own)
  match(granted, /A room<\/h3>\s*<strong[^>]*>Done</)
  match(
    granted,
    new RegExp(`/applications/${open}"[^>]*>[^<]*FAM-2026-000029</a>. Only for another`),
  )
  match(granted, /name="type" value="family-comfort"/)
  doesNotMatch(granted, /Can be applied for/)
  equal(await counted(), 1)
  match(await read(ana, `/en/may/${id}~2`), /A room<\/h3>\s*<strong[^>]*>Can be applied for/)
})

test('what cannot be begun for one of a family names what stands in the way', async (t) => {
  const policy = kinPolicy(t)
  const begins = { ...familyType.begins, unless: [{ test: 'same-type-open' }] }
  const type = stringify({ ...familyType, begins }, { aliasDuplicateObjects: false })
  writeFileSync(join(policy, 'types', 'family-comfort.yaml'), type)
  const { here, ana, id } = await kin(t, policy)
  equal((await withChild(ana, id, ['27', '3', '2015'])).status, 303)
  const open = await submitted(here, ana, { type: 'family-comfort', number: 'FAM-2026-000039' })

  const child = await read(ana, `/en/may/${id}~2`)

  match(child, /A room<\/h3>\s*<strong[^>]*>Not yet/)
  match(child, new RegExp(`kind already: <a [^>]*/applications/${open}"[^>]*>FAM-2026-000039</a>`))
  doesNotMatch(await read(ana, `/en/family/${id}`), /Can be applied for now/)
})

test('a long page of rights begins with its parts, and each is there', async (t) => {
  const { ana, id } = await kin(t, kinPolicy(t, { times: 12 }))
  const [nav = ''] =
    /<nav class="kc-contents".*?<\/nav>/s.exec(await read(ana, `/en/may/${id}~1`)) ?? []
  const html = await read(ana, `/en/may/${id}~1`)
  const ids = [...nav.matchAll(/href="#([^"]+)"/g)].map(([, each = '']) => each)
  match(nav, /Can be applied for.*Held now/s)
  for (const each of ids) match(html, new RegExp(`<h2[^>]* id="${each}"`))
  doesNotMatch(await read(ana, `/en/family/${id}`), /kc-contents/)
})

test('a child of the family comes into an application as the same person, with its name', async (t) => {
  const { here, ana, id } = await kin(t)
  await withChild(ana, id, ['27', '3', '2015'])
  await writes(ana, `${id}~2`, {
    surname: 'Ferreira',
    'given-names': 'Lia',
    ...born('2015'),
    version: '1',
  })
  const other = await begun(ana)
  const page = await read(ana, `/en/applications/${other}`)
  const known = /name="known" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  match(page, /Add from your family: Lia Ferreira/)
  for (let press = 0; press < 2; press += 1) {
    const answer = await ana.post(`/en/applications/${other}/people/add`, { known })
    equal(answer.status, 303)
  }
  const after = await read(ana, `/en/applications/${other}`)
  match(after, /Lia Ferreira \(child\)/)
  doesNotMatch(after, /Add from your family/)
  const rows = await here.db
    .selectFrom('caseParty')
    .select('party')
    .distinct()
    .where('role', '=', 'child')
    .execute()
  deepEqual(rows, [{ party: known }])
  // Nobody is brought along for whom one does not act.
  const eve = await here.signedUpApplicant()
  const hers = await begun(eve)
  equal((await eve.post(`/en/applications/${hers}/people/add`, { known })).status, 409)
})
