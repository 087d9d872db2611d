import { problemsOf, type Problem } from '#core/answers/check.ts'
import { valuesIn } from '#core/answers/read.ts'
import { first, type Typed } from '#core/answers/typed.ts'
import { lastDayUnderAge, type WayIn } from '#core/cases/joining.ts'
import type { CaseRole } from '#core/cases/life.ts'
import { isIsoDate, type IsoDate } from '#core/dated.ts'
import { isLanguage, LANGUAGES, type Language, type Words } from '#core/language.ts'
import { PROVISIONAL } from '#core/policy/basis.ts'
import type { Block, FormField } from '#core/policy/case-type.ts'
import { inEach } from '#portal/people/words.ts'
import { LANGUAGE_NAMES } from '#portal/words.ts'

/** What is asked of whoever comes along, and of whom to invite, as the questions of a block. */
/** The day of birth of a child. */
export const BORN = 'born'

const basis = { '*': PROVISIONAL }

const question = (
  code: string,
  kind: FormField['kind'],
  said: Pick<FormField, 'label'> & Partial<FormField>,
): FormField => ({ code, kind, required: true, privacy: 'sealed', basis, ...said })

const asking = (code: string, title: Words, fields: readonly FormField[]): Block => {
  return { code, title, repeats: false, itemsMin: 1, itemsMax: 1, fields, basis }
}

/** Where there is but one role to come in by, nobody is asked for it. */
function whoField(ways: readonly WayIn[]): readonly FormField[] {
  if (ways.length === 1) return []
  const options = ways.map(({ role: { code, title: label } }) => ({ code, label }))
  return [
    question('who', 'choice', { label: inEach('who'), missing: inEach('whoMissing'), options }),
  ]
}

/** Who comes along: of a child the day of birth, since from that follows how long others act. */
export function personAsked(ways: readonly WayIn[]): Block {
  const isEvery = ways.every(({ role }) => isOfAgeOneDay(role))
  const born = question(BORN, 'date', {
    label: inEach('born'),
    hint: inEach('bornHint'),
    missing: inEach('bornMissing'),
    when: 'past',
    required: isEvery,
  })
  const some = ways.some(({ role }) => isOfAgeOneDay(role))
  return asking('person', inEach('addTitle'), [...whoField(ways), ...(some ? [born] : [])])
}

const isOfAgeOneDay = ({ relation }: CaseRole): boolean => relation === 'child'

/** Whom to invite, where, and in which language. */
export const invitedAsked = (ways: readonly WayIn[]): Block =>
  asking('invitation', inEach('inviteTitle'), [...whoField(ways), ...whereFields()])

/** Where alone, of whom it is known who they are. */
export const addressAsked = (): Block => asking('invitation', inEach('inviteTitle'), whereFields())

const whereFields = (): readonly FormField[] => [
  question('email', 'email', { label: inEach('email'), missing: inEach('emailMissing') }),
  question('language', 'choice', {
    label: inEach('language'),
    missing: inEach('languageMissing'),
    options: LANGUAGES.map((code) => ({ code, label: sameInEach(LANGUAGE_NAMES[code]) })),
  }),
]

const sameInEach = (text: string): Words => ({ az: text, tr: text, en: text, ru: text })

type Wrong = {
  readonly ok: false
  readonly problems: readonly Problem[]
  /** The role that was chosen has no room any more. */
  readonly isFull?: true
}

/** Somebody who may be brought along, and until when others act for them. */
export type Person =
  | {
      readonly ok: true
      readonly role: CaseRole
      readonly untilOn?: IsoDate
      /** The day of birth, of whom it is asked. */
      readonly born?: IsoDate
    }
  | Wrong

type Asked = { readonly ways: readonly WayIn[]; readonly typed: Typed; readonly on: IsoDate }

export function personIn({ ways, typed, on }: Asked): Person {
  if (isGone(ways, typed)) return { ok: false, problems: [], isFull: true }
  const block = personAsked(ways)
  const values = valuesIn(block, typed, {})
  const problems = problemsIn(block, values, on)
  const role = roleIn(ways, values)
  const born = values[BORN]
  const isAsked = role !== undefined && isOfAgeOneDay(role)
  if (isAsked && born === undefined && problems.length === 0) {
    return { ok: false, problems: [{ field: BORN, problem: 'missing' }] }
  }
  if (problems.length > 0 || !role) return { ok: false, problems }
  if (!isAsked || typeof born !== 'string' || !isIsoDate(born)) return { ok: true, role }
  const untilOn = lastDayUnderAge(born, on)
  if (untilOn !== undefined) return { ok: true, role, untilOn, born }
  const problem = { field: BORN, problem: 'may-not-apply', words: inEach('ofAge') } as const
  return { ok: false, problems: [problem] }
}

/** Somebody to ask. */
export type Guest =
  | {
      readonly ok: true
      readonly role: CaseRole
      readonly email: string
      readonly language: Language
    }
  | Wrong

export function guestIn({ ways, typed, on }: Asked): Guest {
  if (isGone(ways, typed)) return { ok: false, problems: [], isFull: true }
  const block = invitedAsked(ways)
  const values = valuesIn(block, typed, {})
  const problems = problemsIn(block, values, on)
  const role = roleIn(ways, values)
  const where = addressOf(values, typed)
  return problems.length > 0 || !role || !where
    ? { ok: false, problems }
    : { ok: true, role, ...where }
}

type Where = { readonly email: string; readonly language: Language }

/** Where to invite somebody of whom it is known who they are. */
export function addressIn({
  typed,
  on,
}: Pick<Asked, 'typed' | 'on'>): (Where & { readonly ok: true }) | Wrong {
  const block = addressAsked()
  const values = valuesIn(block, typed, {})
  const problems = problemsIn(block, values, on)
  const where = addressOf(values, typed)
  return problems.length > 0 || !where ? { ok: false, problems } : { ok: true, ...where }
}

function addressOf(values: Values, typed: Typed): Where | undefined {
  const [email, language] = [values['email'], first(typed, 'language')]
  return typeof email === 'string' && isLanguage(language) ? { email, language } : undefined
}

/** Why a form is shown again, beside its question. */
export const askedWrong = (word: 'ownAddress' | 'askedAlready'): Problem => ({
  field: 'email',
  problem: 'may-not-apply',
  words: inEach(word),
})

const problemsIn = (block: Block, values: Values, on: IsoDate) =>
  problemsOf(block, { id: '', values }, { type: { applicants: [] }, answers: {}, on, fields: [] })

/** On a form that was open since before: whoever was chosen is never taken for somebody else. */
function isGone(ways: readonly WayIn[], typed: Typed): boolean {
  const who = first(typed, 'who')
  return who !== '' && !ways.some(({ role }) => role.code === who)
}

type Values = ReturnType<typeof valuesIn>

function roleIn(ways: readonly WayIn[], { who }: Values): CaseRole | undefined {
  const [only, another] = ways
  return another ? ways.find(({ role }) => role.code === who)?.role : only?.role
}
