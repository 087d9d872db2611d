import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { contestBefore } from '#core/cases/appeal.ts'
import { decisionRecords, type DecisionRecord } from '#core/cases/decision-record.ts'
import type { Translation } from '#core/cases/told.ts'
import { isoDate } from '#core/dated.ts'
import { LANGUAGES, type Language } from '#core/language.ts'
import { actOf } from '#telling/act/act.ts'
import { ActWhole } from '#telling/act/page.tsx'
import type { ActReading } from '#telling/act/reading.ts'
import { readHouse } from '#test/house.ts'
import {
  assessed,
  calendars,
  drafted,
  MONDAY,
  PINNED,
  RECOGNISE,
  refusing,
  submitted,
  TOY,
  type Case,
} from '#test/toy-case.ts'
import { toyLaws } from '#test/toy-rules.ts'

/** The diploma is the person's own to them, and the applicant's to officials. */
const type = {
  ...TOY.type,
  checklist: TOY.type.checklist.map((rule) =>
    rule.code === 'diploma'
      ? {
          ...rule,
          title: { az: 'Sizin diplom', tr: 'Diplomanız', en: 'Your diploma', ru: 'Ваш диплом' },
          officeTitle: { az: 'Müraciətçinin diplomu', en: 'The applicant’s diploma' },
        }
      : rule,
  ),
}

const READING = {
  ...TOY,
  type,
  laws: toyLaws,
  statuses: new Map(),
  calendars,
  reader: 'applicant',
} as const

const PERSON = {
  surname: 'Ferreira',
  givenNames: 'Ana',
  machineName: 'FERREIRA<<ANA',
  birthDate: '1987-03-27',
  passportNumber: 'CD123456',
}

function recordOf({ now }: Case, translation?: Translation): DecisionRecord {
  const { proposed } = now
  ok(proposed)
  const proposals = proposed.proposals.map((each) =>
    translation === undefined ? each : { ...each, translation },
  )
  const [record] = decisionRecords(
    { ...now, proposed: { ...proposed, proposals } },
    {
      scored: {
        scoring: TOY.scoring,
        facts: { months: 172, level: '7', patents: 0, language: 'none' },
      },
      law: PINNED,
      documents: [{ kind: 'diploma' }],
      on: MONDAY,
      by: 'signer',
      signer: { name: 'Kamran Hüseynov', role: 'signer' },
      subjects: { ana: { person: PERSON } },
    },
  )
  ok(record)
  return record
}

const GIVING = () => drafted(assessed({ EXP: 40, EDU: 25, ACH: 5 }), RECOGNISE)

function pageOf(
  record: DecisionRecord,
  reads: Language,
  said: Partial<Omit<ActReading, 'language'>> = {},
): string {
  const props = { record, reading: { ...READING, ...said }, reads, page: reads }
  return (<ActWhole {...props} />).text.replaceAll('\u00ad', '')
}

test('what proves the points is called as whoever reads calls it', () => {
  const record = recordOf(GIVING())
  match(pageOf(record, 'ru'), /Ваш диплом[\s\S]*Sizin diplom/)
  match(pageOf(record, 'en'), /Your diploma/)
  const office = pageOf(record, 'en', { reader: 'office' })
  match(office, /The applicant’s diploma[\s\S]*Müraciətçinin diplomu/)
  doesNotMatch(office, /Your diploma|Sizin diplom/)
})

test('the act is whole in every language, and in Azerbaijani beside it', () => {
  const record = recordOf(GIVING())
  for (const language of LANGUAGES) {
    const page = pageOf(record, language)
    for (const part of ['TOY-2026-000001', 'Ferreira Ana', 'CD123456', 'Kamran Hüseynov']) {
      const times = page.split(part).length - 1
      equal(times, language === 'az' ? 1 : 2, `${language}: ${part}`)
    }
    match(page, /Qərar<[\s\S]*6 aprel 2026-cı il[\s\S]*The points reach the pass mark\./)
    match(page, /Seen in the documents for EXP\.[\s\S]*Kamran Hüseynov/)
  }
})

test('a name is spelt as in a passport only where one was asked for', () => {
  const record = recordOf(GIVING())
  const unasked = { ...record, person: { ...PERSON, passportNumber: '' } }
  match(pageOf(record, 'en'), /As at the foot of the passport/)
  doesNotMatch(pageOf(unasked, 'en'), /foot of the passport|FERREIRA&lt;&lt;ANA/)
})

test('what officials wrote is translated for its reader, and says where it is not', () => {
  const reasons = { EXP: 'Belgelerde görüldü.' }
  const translation = { language: 'tr', reasoning: 'Puanlar yeterli.', reasons } as const
  const record = recordOf(GIVING(), translation)

  const turkish = pageOf(record, 'tr')
  match(turkish, /Puanlar yeterli\.[\s\S]*Belgelerde görüldü\.[\s\S]*Henüz çevrilmedi/)
  equal(turkish.split('Henüz çevrilmedi').length - 1, 2, 'two reasons were left out')
  const russian = pageOf(record, 'ru')
  match(russian, /Перевод на турецкий язык:[\s\S]*<div[^>]* lang="tr">[\s\S]*Puanlar yeterli/)
  equal(russian.split('Ещё не переведено').length - 1, 2)
  const own = pageOf(record, 'az')
  doesNotMatch(own, /Puanlar|Hələ tərcümə olunmayıb/)
  match(pageOf(recordOf(GIVING()), 'en'), /Not translated yet[\s\S]*The points reach the pass mark/)
})

test('a refusal says how and where it is fought, before its days are known and after', () => {
  const record = recordOf(drafted(submitted(), refusing('R3')))
  const contest = contestBefore(READING, record.outcome)
  ok(contest)

  const before = pageOf(record, 'en', { contest })
  match(before, /R3[\s\S]*before any points were given/)
  match(before, /Complaint to the Appeal Council[\s\S]*Time: 30 calendar days/)
  match(before, /counted from the day on which you are told/)
  doesNotMatch(before, /Last day/)
  const [councilUntil, courtUntil] = [isoDate('2026-05-07'), isoDate('2026-05-08')]
  const days = { deliveredOn: MONDAY, councilUntil, courtUntil }
  const after = pageOf(record, 'en', { contest: { ...contest, days } })
  match(after, /Last day: <strong>Thursday 7 May 2026[\s\S]*Last day: <strong>Friday 8 May 2026/)
  match(after, /delivered to you: Monday 6 April 2026/)
})

test('what is given and what is ended is told by number, and until when', async () => {
  const { faces } = await readHouse()
  const { statuses } = faces.portal.policy
  const [[status = ''] = []] = statuses
  const gives = [
    { status, number: 'TOY-S-1', from: MONDAY, until: isoDate('2031-04-05') },
    { status, number: 'TOY-S-2', from: MONDAY, until: isoDate('2032-04-05') },
  ]
  const given = pageOf({ ...recordOf(GIVING()), gives }, 'en', { statuses })
  match(given, /What it gives[\s\S]*TOY-S-1[\s\S]*5 April 2031[\s\S]*TOY-S-2[\s\S]*5 April 2032/)

  const ending = {
    ...type,
    begins: { ...type.begins, about: { status } },
    outcomes: type.outcomes.map((outcome) => ({
      ...outcome,
      effects: [{ effect: 'end', as: 'annulled' } as const],
    })),
  }
  const ended = { ...recordOf(GIVING()), about: 'TOY-S-1' }
  match(pageOf(ended, 'en', { statuses, type: ending }), /What it ends[\s\S]*TOY-S-1: Annulled/)
})

test('a record of the first form has an act, which names nobody', () => {
  const { facts, parts } = actOf(
    { ...recordOf(GIVING()), person: null, signer: null },
    { ...READING, language: 'en' },
  )
  deepEqual(
    facts.map(({ label }) => label),
    ['Number', 'Date of the decision', 'Matter', 'Date of the application'],
  )
  const [first] = parts.at(-1)?.lines ?? []
  deepEqual(first, { is: 'text', text: 'An authorised official of the Service' })
})

test('where nothing is scored the act has no points', () => {
  const { scoring: _scoring, ...unscored } = READING
  const record = {
    ...recordOf(drafted(submitted(), refusing('R3'))),
    scoring: null,
    passMark: null,
  }
  const { parts } = actOf(record, { ...unscored, language: 'en' })
  deepEqual(
    parts.map(({ title }) => title),
    ['What it rests on', 'In the words of the decision', 'Signature'],
  )
})
