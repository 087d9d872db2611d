import { doesNotMatch, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { decisionRecords } from '#core/cases/decision-record.ts'
import { DecisionAnswer, DecisionText, type DecisionReading } from '#telling/decision.tsx'
import { assessed, drafted, MONDAY, TOY, PINNED } from '#test/toy-case.ts'
import { toyLaws } from '#test/toy-rules.ts'
import { render } from '#ui/markup.ts'

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

function told(reading: Pick<DecisionReading, 'reader' | 'language'>): string {
  const { procedure, scoring } = TOY
  const { now } = drafted(assessed({ EXP: 40, EDU: 25, ACH: 5 }))
  const [record] = decisionRecords(now, {
    scored: { scoring, facts: { months: 172, level: '7', patents: 0, language: 'none' } },
    law: PINNED,
    documents: [{ kind: 'diploma' }],
    on: MONDAY,
    by: 'signer',
  })
  ok(record)
  const lists = { education: [], occupations: [] }
  const props = { record, reading: { procedure, scoring, laws: toyLaws, lists, type, ...reading } }
  return render(
    <>
      <DecisionAnswer {...props} />
      <DecisionText {...props} />
    </>,
  )
}

test('what proves the points is called as whoever reads calls it', () => {
  match(told({ reader: 'applicant', language: 'en' }), /Your diploma/)
  match(told({ reader: 'applicant', language: 'ru' }), /Ваш диплом/)
  for (const [language, title] of [
    ['en', /The applicant’s diploma/],
    ['az', /Müraciətçinin diplomu/],
  ] as const) {
    const page = told({ reader: 'office', language })
    match(page, title)
    doesNotMatch(page, /Your diploma|Sizin diplom/)
  }
})
