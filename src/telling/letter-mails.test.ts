import { doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { MONEY_LETTERS, type CaseType } from '#core/policy/case-type.ts'
import { mailOfLetter } from '#telling/letter-mails.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'
import { toyType } from '#test/toy-types.ts'

const END = { from: ['submitted'], to: 'decided', basis: PROVISIONAL } as const

/** Each letter says a secret, so that it shows whether it went out whole. */
const typeWith = (more: Partial<CaseType> = {}, on: readonly string[] = []): CaseType => ({
  ...toyType,
  ...more,
  letters: on.map((each) => ({
    code: each,
    on: each,
    subject: say(`secret of ${each} {number}`),
    body: say('secret {amount}: {link}'),
    basis: PROVISIONAL,
  })),
})

const mailed = (type: CaseType, code: string, language: (typeof LANGUAGES)[number] = 'en') => {
  const dates = { dueOn: '', stepDueOn: '', payBy: '2026-12-07' }
  const sum = { hundredths: 77_700, currency: 'AZN' }
  const values = { number: 'TOY-1', application: 'c0ffee', provisional: [], sum, ...dates }
  const mail = mailOfLetter(
    type,
    { code, language, values },
    { portalUrl: 'https://portal.example' },
  )
  return `${mail.subject}\n${mail.paragraphs.join('\n')}`
}

test('of money an e-mail says only that there is a letter, its last day and where it is read', () => {
  for (const on of MONEY_LETTERS) {
    for (const language of LANGUAGES) {
      const text = mailed(typeWith({}, [on]), on, language)
      doesNotMatch(text, /secret|777|AZN/, `${on} ${language}`)
      match(text, /TOY-1/)
      match(text, /2026/)
      match(text, new RegExp(`https://portal\\.example/${language}/applications/c0ffee/letters`))
    }
  }
})

test('what is received goes by e-mail as it is', () => {
  match(mailed(typeWith({}, ['submit']), 'submit'), /secret of submit TOY-1/)
})

test('a letter that goes with one outcome alone would say it, and does not travel', () => {
  const type = typeWith({}, ['submit'])
  const [rule] = type.letters
  const outcome = toyType.outcomes[0]?.code ?? ''
  const alone = { ...type, letters: rule ? [{ ...rule, when: { outcome } }] : [] }
  doesNotMatch(mailed(alone, 'submit'), /secret/)
})

test('that a party ended a case they know; that an official did is read in the account', () => {
  const ends = (by: string) =>
    typeWith({ steps: [...toyType.steps, { code: 'stop', kind: 'end', by: [by], ...END }] }, [
      'stop',
    ])
  match(mailed(ends('applicant'), 'stop'), /secret/)
  doesNotMatch(mailed(ends('case-officer'), 'stop'), /secret/)
})

test('a decision that can say one thing only is not told by e-mail, one of several is', () => {
  const proposing = (outcomes: readonly string[]) =>
    typeWith(
      {
        steps: [
          { code: 'p', kind: 'propose', by: ['case-officer'], outcomes, ...END, to: 'proposed' },
          { code: 'd', kind: 'decide', by: ['signer'], ...END, from: ['proposed'] },
        ],
      },
      ['d'],
    )
  doesNotMatch(mailed(proposing(['refused']), 'd'), /secret/)
  match(mailed(proposing(['refused', 'recognised']), 'd'), /secret/)
})

test('where officials open a case about what somebody holds, no e-mail names that', () => {
  const about = (by: string) => ({
    begins: { by: [by], about: { status: 'permit' }, basis: PROVISIONAL },
  })
  doesNotMatch(mailed(typeWith(about('case-officer'), ['submit']), 'submit'), /secret/)
  match(mailed(typeWith(about('applicant'), ['submit']), 'submit'), /secret/)
  equal(toyType.begins?.about, undefined)
})
