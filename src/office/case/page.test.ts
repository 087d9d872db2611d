import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { resubmit } from '#core/cases/filing.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { pdf, submitted as sentIn } from '#test/ana.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { annulmentOf, caseIn, play } from '#test/played-case.ts'

const DAY_MS = 86_400_000

const pageOf = async (of: TestHouse, email: string, id: string) =>
  (await of.office(email)).get(`/en/cases/${id}`)

/** What came back: another town, the same surname, and another diploma. */
async function mended(
  of: TestHouse,
  ana: Applicant,
  { id, surname }: { readonly id: string; readonly surname: string },
): Promise<void> {
  await ana.upload(`/en/applications/${id}/documents`, { kind: 'diploma' }, [pdf('again.pdf')])
  const files = await of.db
    .selectFrom('document')
    .select(['id', 'kind'])
    .where('caseId', '=', id)
    .orderBy('addedAt')
    .execute()
  await play(of.owned, id, {
    by: { id: ana.account.partyId, roles: [] },
    decide: (standing, context) => {
      const sent = lastFiled(standing)
      const answers = sent?.answers ?? {}
      const contact = (answers['contact'] ?? []).map((item) => ({
        ...item,
        values: { ...item.values, town: 'Braga' },
      }))
      return resubmit(standing, context, {
        step: 'resubmit',
        corrections: [
          {
            subject: ana.account.partyId,
            before: {
              answers,
              documents: files.filter((file) => sent?.documents.includes(file.id)),
            },
            after: {
              answers: { ...answers, contact },
              documents: files.filter(({ kind }, index) =>
                files.every((file, other) => file.kind !== kind || other <= index),
              ),
            },
            confirmed: [surname],
          },
        ],
      })
    },
  })
}

test('what was sent in is shown with answers, documents and what comes next', async (t) => {
  const here = await house(t)
  const { id, number } = await sentIn(await here.signedUpApplicant())

  const page = await (await pageOf(here, 'officer@kecid.example', id)).text()

  for (const part of [number, 'Ferreira', '27 March 1987', 'diploma.pdf', 'To check']) {
    ok(page.includes(part), part)
  }
  equal(page.includes('Father’s name'), false, 'what was left open is left out')
  ok(page.includes('Next to act: Case officer, by Thursday 5 March 2026.'))
  ok(page.includes('Thursday 9 April 2026'), 'the end of the statutory term')
})

test('an official is told of the applicant, and never asked as if it were them', async (t) => {
  const here = await house(t)
  const { id } = await sentIn(await here.signedUpApplicant())
  const officer = await here.office('officer@kecid.example')
  const addressing = { en: /\byou(r|rs)?\b|\?$/i, az: /(nız|niz|nuz|nüz)(\P{L}|$)|\?$/iu }
  for (const [language, you] of Object.entries(addressing)) {
    for (const page of [`cases/${id}`, `cases/${id}/steps/return`]) {
      const html = await (await officer.get(`/${language}/${page}`)).text()
      const named =
        /<(?:dt class="govuk-summary-list__key"|label class="[^"]*checkboxes[^"]*"[^>]*)>([^<]+)</g
      const questions = [...html.matchAll(named)].map(([, text = '']) => text.trim())
      ok(questions.length > 10, `${page}: ${questions.length}`)
      deepEqual(
        questions.filter((text) => you.test(text)),
        [],
        page,
      )
    }
  }
})

test('a step whose day is over is told to be late, from the day after', async (t) => {
  const here = await house(t)
  const { id } = await sentIn(await here.signedUpApplicant())
  const next = async () =>
    /Next to act: ([^<]*)/.exec(await (await pageOf(here, 'officer@kecid.example', id)).text())?.[1]

  here.clock.advance(3 * DAY_MS)
  equal(await next(), 'Case officer, by Thursday 5 March 2026.')
  here.clock.advance(DAY_MS)
  equal(await next(), 'Case officer, by Thursday 5 March 2026 (1 working day late).')
})

test('the step has its own day first, and late looks late', async (t) => {
  const here = await house(t)
  const { id } = await sentIn(await here.signedUpApplicant())
  here.clock.advance(4 * DAY_MS)

  const page = await (await pageOf(here, 'officer@kecid.example', id)).text()

  const late = /kc-case-head__clock--late">5 March 2026: 1 working day late</
  ok(page.search(late) > 0 && page.search(late) < page.indexOf('Answer due'))
  match(page, /Answer due<\/dt><dd[^>]*>9 April 2026: 16 working days left</)
})

test('what came back stands beside what it was, and what was right is said to be', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const { id } = await sentIn(ana)
  const officer = await here.office('officer@kecid.example')
  const form = await (await officer.get(`/en/cases/${id}/steps/return`)).text()
  const keys = [...form.matchAll(/name="mark"[^>]*value="([^"]+)"/g)].map(([, key = '']) => key)
  const town = keys.find((key) => key.endsWith('.town')) ?? ''
  const surname = keys.find((key) => key.endsWith('.surname')) ?? ''
  const returned = await officer.post(`/en/cases/${id}/steps/return`, {
    version: /name="version" value="(\d+)"/.exec(form)?.[1] ?? '',
    mark: [town, surname, 'document.diploma'],
    [`note.${town}`]: 'Which town is it?',
    [`note.${surname}`]: 'As in the passport?',
    'note.document.diploma': 'Page 2 is missing.',
  })
  equal(returned.status, 303)
  const old = await here.db
    .selectFrom('document')
    .select('id')
    .where('caseId', '=', id)
    .where('kind', '=', 'diploma')
    .executeTakeFirstOrThrow()
  await mended(here, ana, { id: id, surname: surname })

  const page = await (await officer.get(`/en/cases/${id}`)).text()

  match(page, /Which town is it\?[^]*Before: <del>Porto<\/del>/)
  match(page, /The person says that it is right as it is[^]*As in the passport\?/)
  match(page, /Earlier rounds[^]*“Porto” became “Braga”/)
  ok(page.includes('Files that were replaced') && page.includes(`documents/${old.id}`))
})

test('what a case gave is shown with what is about it, and each leads to the other', async (t) => {
  const here = await house(t)
  const id = await caseIn('recognised', here, await here.signedUpApplicant(), {
    number: 'HQM-2026-000123',
  })
  const given = await (await pageOf(here, 'officer@kecid.example', id)).text()
  for (const part of ['HQM-S-2026-000123', 'In force', 'Valid until', 'Told to the person on']) {
    ok(given.includes(part), part)
  }
  ok(given.includes(`/en/cases/${id}/open/annulment`))

  const annulment = await annulmentOf(here, id)
  const giver = await (await pageOf(here, 'officer@kecid.example', id)).text()
  ok(giver.includes(`href="/en/cases/${annulment}"`) && giver.includes('Holder being heard'))
  equal(giver.includes(`/en/cases/${id}/open/annulment`), false, 'one of a kind at a time')
  const about = await (await pageOf(here, 'signer@kecid.example', annulment)).text()
  match(about, new RegExp(`href="/en/cases/${id}">HQM-S-2026-000123<`))
  const watcher = await (await pageOf(here, 'auditor@kecid.example', annulment)).text()
  ok(watcher.includes('HQM-S-2026-000123') && !watcher.includes('A false diploma.'))
})

test('who was refused may still contest it, and it is said until when', async (t) => {
  const here = await house(t)
  const id = await caseIn('refused', here, await here.signedUpApplicant())

  const page = await (await pageOf(here, 'officer@kecid.example', id)).text()

  match(page, /can be contested before the Appeal Council until/)
  ok(
    page.includes('The points speak for themselves.') &&
      page.includes('no delivery of the decision is recorded'),
  )
  ok(!page.includes('Not told yet'), 'a card may have been handed over all the same')
})

test('the buttons of a case are what may be done now by this person', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const cases = [
    [
      'submitted',
      'officer@kecid.example',
      ['accept', 'return', 'draft-decision', 'assign-officer', 'answer-message', 'note'],
    ],
    ['submitted', 'signer@kecid.example', ['note']],
    ['submitted', 'auditor@kecid.example', []],
    [
      'in-assessment',
      'officer@kecid.example',
      ['extend', 'assign-officer', 'answer-message', 'note'],
    ],
    ['in-assessment', 'expert.etn@kecid.example', ['score']],
    ['in-assessment', 'objection.dtx@kecid.example', ['give-opinion']],
    ['recognised', 'officer@kecid.example', ['tell', 'answer-message']],
  ] as const

  for (const [state, email, wanted] of cases) {
    const id = await caseIn(state, here, ana)
    const page = await (await pageOf(here, email, id)).text()
    const steps = [...page.matchAll(new RegExp(`/en/cases/${id}/steps/([a-z-]+)"`, 'g'))].map(
      ([, step]) => step,
    )
    deepEqual([...new Set(steps)], wanted, `${state} ${email}`)
  }
})
