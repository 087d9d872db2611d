import { askedFor } from '#core/answers/asked.ts'
import type { Values } from '#core/answers/answers.ts'
import { askedDocuments } from '#core/answers/gaps.ts'
import { typedFrom } from '#core/answers/read.ts'
import { assert } from '#core/assert.ts'
import type { IsoDate } from '#core/dated.ts'
import { stepOf, type StepCode } from '#core/cases/life.ts'
import type { Block } from '#core/policy/case-type.ts'
import { evaluate } from '#core/policy/evaluate.ts'
import { factsOf } from '#core/policy/facts.ts'
import type { Description } from '#core/policy/policy.ts'
import { scorerOf, scoringOf } from '#core/policy/scoring.ts'
import { answersOf } from '#main/demonstration/answers.ts'
import { sheetFor } from '#main/demonstration/papers.ts'
import { pointsFor } from '#main/demonstration/points.ts'
import { STORIES } from '#main/demonstration/stories.ts'
import type { Story } from '#main/demonstration/story.ts'
import { paths as officePaths } from '#office/paths.ts'
import { pointsName, reasonName } from '#office/steps/answer/points-form.ts'
import { MEDIA_TYPES } from '#platform/intake/media.ts'
import { paths } from '#portal/paths.ts'
import {
  DEMONSTRATION_OFFICIALS,
  DEMONSTRATION_PASSWORD,
} from '#records/demonstration-officials.ts'
import { browser, hidden, type Browser, type Seen } from '#test/killing/browser.ts'
import type { PartedHouse } from '#test/killing/parted-house.ts'
import { until } from '#test/program.ts'
import type { Form } from '#test/visitor.ts'

/** One act of somebody: where it is seen whether it was done, and how it is done. */
export type Act = {
  readonly what: string
  readonly by: Browser
  /** Looked at before it is done, and again where nobody can tell whether it was. */
  readonly page: string
  /** It waits for what happens by itself. */
  readonly isEarly?: (seen: Seen) => boolean
  readonly isDone: (seen: Seen) => boolean
  readonly send: (seen: Seen) => Promise<boolean>
  /** Called once it is done. */
  readonly note: () => unknown
}

/** What somebody did, as it has to be found in the end. */
export type Life = {
  readonly serial: number
  readonly email: string
  readonly description: Description
  readonly home: Browser
  id: string
  readonly answers: Record<string, Values[]>
  readonly files: string[]
  readonly steps: Taken[]
}
/** A step of a case, for whichever body, and a word that nobody else wrote. */
export type Taken = { readonly step: StepCode; readonly body?: string; readonly words?: string }

export const FATES = ['decided', 'sent-back', 'withdrawn', 'discarded'] as const
export type Fate = (typeof FATES)[number]

export type World = {
  readonly house: PartedHouse
  readonly description: Description
  readonly today: IsoDate
  readonly officials: Map<string, Promise<Browser>>
}

const PASSWORD = 'eine lange Losung 7'

/** Somebody who has come to nothing yet. */
export function bornIn({ house, description }: World, serial: number): Life {
  const email = `life-${serial}@example.org`
  const home = browser(house.portalUrl)
  return { serial, email, description, home, id: '', answers: {}, files: [], steps: [] }
}

/** All that somebody does and that officials do about it, one act after the other. */
export async function* actsOf(world: World, life: Life, fate: Fate): AsyncGenerator<Act, void> {
  const story = STORIES[life.serial % STORIES.length]
  assert(story !== undefined, 'there are stories')
  yield* registering(world, life, story)
  yield* filling(world, life, story)
  if (fate === 'discarded') {
    yield leaving(life, story, 'discard')
    return
  }
  yield submitting(life, story)
  if (fate === 'withdrawn') {
    yield leaving(life, story, 'withdraw')
    return
  }
  yield* judging(world, life, { story, fate })
}

async function* registering(
  { house }: World,
  life: Life,
  { language }: Story,
): AsyncGenerator<Act, void> {
  const { email, home } = life
  const list = paths.applications.to(language)
  const hasMail = () => house.mails.newest(email).length > 0
  const register = paths.register.to(language)
  yield {
    what: `${email} registers`,
    by: home,
    page: register,
    isDone: hasMail,
    send: () => home.send(register, { email }),
    note: () => undefined,
  }
  await until(hasMail, `the mail to ${email}`)
  const [mail] = house.mails.newest(email)
  const link = new URL(/https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? '').pathname
  yield {
    what: `${email} confirms`,
    by: home,
    page: link,
    isDone: ({ status }) => status === 410,
    send: () => home.send(link, { password: PASSWORD }),
    note: () => undefined,
  }
  const signIn = paths.signIn.to(language)
  await signedIn(home, { list, signIn, form: { email, password: PASSWORD } })
  yield {
    what: `${email} begins`,
    by: home,
    page: list,
    isDone: ({ text }) => idsIn(text).length > 0,
    send: () => home.send(list, { type: 'recognition' }),
    note: async () => {
      life.steps.push({ step: 'begin' })
      life.id = idsIn((await home.look(list)).text)[0] ?? ''
    },
  }
}

/** The applications that a list leads to. */
export const idsIn = (page: string): readonly string[] => [
  ...new Set([...page.matchAll(/\/applications\/([0-9a-f-]{36})/g)].map(([, id = '']) => id)),
]

type Door = { readonly list: string; readonly signIn: string; readonly form: Form }

const SIGN_INS_MAX = 1200

async function signedIn(who: Browser, { list, signIn, form }: Door): Promise<Browser> {
  for (let tries = 0; tries < SIGN_INS_MAX; tries += 1) {
    if ((await who.look(list)).status === 200) return who
    await who.send(signIn, form)
  }
  throw new Error(`${list} cannot be reached by signing in`)
}

async function* filling(
  { today, description }: World,
  life: Life,
  story: Story,
): AsyncGenerator<Act, void> {
  const { serial } = life
  const { type } = description
  const answers = answersOf(story, today, description)
  for (const block of type.blocks) {
    const items = answers[block.code] ?? []
    for (const { values } of items) yield answering(life, story, { block, values })
    if (items.length === 0) yield answering(life, story, { block })
  }
  for (const { rule } of askedDocuments(type, answers)) {
    const sheet = sheetFor(rule, `${serial}`, serial)
    const [page, name] = [paths.documents.to(story.language, life), `${serial}-${sheet.name}`]
    const file = { field: 'file', name, type: MEDIA_TYPES[sheet.media], bytes: sheet.bytes }
    yield {
      what: `${life.email} sends ${name}`,
      by: life.home,
      page,
      // What nobody could judge waits under its name, without a link.
      isDone: ({ text }) => text.includes(`>${name}</a>`),
      send: () => life.home.send(page, { kind: rule.code }, file),
      note: () => life.files.push(name),
    }
  }
}

/** A block, the next item of a list, or that a list has none. */
function answering(
  life: Life,
  { language }: Story,
  { block, values }: { readonly block: Block; readonly values?: Values },
): Act {
  const place = { id: life.id, block: block.code }
  const page = (block.repeats && values ? paths.newItem : paths.block).to(language, place)
  const before = life.answers[block.code] ?? []
  const version = String(before.length)
  return {
    what: `${life.email} answers ${block.code}`,
    by: life.home,
    page,
    // A list that is full leads back to itself.
    isDone: ({ text }) => hidden(text, 'version') !== version,
    send: () => life.home.send(page, { ...(values && typedFrom(block, values)), version }),
    note: () => (life.answers[block.code] = [...before, ...(values ? [values] : [])]),
  }
}

function submitting(life: Life, { language }: Story): Act {
  return {
    what: `${life.email} submits`,
    by: life.home,
    page: paths.receipt.to(language, life),
    isDone: ({ status }) => status === 200,
    send: () => life.home.send(paths.submit.to(language, life)),
    note: () => life.steps.push({ step: 'submit' }),
  }
}

function leaving(life: Life, { language }: Story, step: 'withdraw' | 'discard'): Act {
  const page = paths[step].to(language, life)
  return {
    what: `${life.email} wants to ${step}`,
    by: life.home,
    page,
    isDone: ({ status }) => status !== 200,
    send: () => life.home.send(page),
    note: () => life.steps.push({ step }),
  }
}

async function* judging(
  world: World,
  life: Life,
  { story, fate }: { readonly story: Story; readonly fate: Fate },
): AsyncGenerator<Act, void> {
  const { type, procedure } = world.description
  const scoring = scoringOf(world.description)
  const answers = answersOf(story, world.today, world.description)
  const asked = askedFor(type, 'field')
  const field = asked && answers[asked.block.code]?.[0]?.values[asked.field.code]
  const scorers = scoring.criteria.map((each) => scorerOf(scoring, each, String(field)) ?? '')
  const evaluation = evaluate(scoring, factsOf(scoring, answers, world.today))
  const points = pointsFor(scoring, evaluation, story.reaches ?? 0)

  const step = (code: StepCode, stepping: Stepping = {}) =>
    takingStep({ world, life }, code, stepping)
  yield step('accept')
  for (const body of new Set(scorers)) {
    const words = `${life.email}, ${body}`
    const form: Record<string, string> = {}
    for (const [index, { code }] of scoring.criteria.entries()) {
      if (scorers[index] !== body) continue
      form[pointsName(code)] = String(points.get(code))
      form[reasonName(code)] = words
    }
    yield step('score', { body, words, form })
  }
  for (const body of procedure.objectionBodies ?? []) {
    const words = `${life.email}, ${body}`
    yield step('give-opinion', { body, words, form: { objects: 'no', reason: words } })
  }
  const draft = (words: string) => step('draft-decision', { words, form: { reasoning: words } })
  yield draft(`${life.email}, first`)
  if (fate === 'sent-back') {
    const words = `${life.email}, again`
    yield step('send-back', { words, form: { reason: words } })
    yield draft(`${life.email}, second`)
  }
  yield step('sign')
}

type Stepping = Omit<Taken, 'step'> & { readonly form?: Form }

function takingStep(
  { world, life }: { readonly world: World; readonly life: Life },
  step: StepCode,
  { form = {}, ...taken }: Stepping,
): Act {
  const page = officePaths.step.to('en', { id: life.id, step })
  const by = official(world, step, taken.body)
  return {
    what: `${step} of ${life.email}`,
    by,
    page,
    isEarly: ({ text }) => text.includes('A register that has to be asked has not answered yet'),
    isDone: ({ text }) => hidden(text, 'version') === undefined,
    send: ({ text }) => by.send(page, { ...form, version: hidden(text, 'version') ?? '' }),
    note: () => life.steps.push({ step, ...taken }),
  }
}

/** Whoever may take this step; signed in when first needed, and then for the rest of the test. */
function official(
  { house, description, officials }: World,
  step: StepCode,
  body: string | undefined,
): Browser {
  const by = stepOf(description.type, step)?.by ?? []
  const found = DEMONSTRATION_OFFICIALS.find(
    (each) => each.body === body && each.roles.some((role) => by.includes(role)),
  )
  assert(found !== undefined, `there is somebody for ${step}`)
  const { email } = found
  const signing = officials.get(email) ?? arriving(house.officeUrl, email)
  officials.set(email, signing)
  return {
    look: async (path) => (await signing).look(path),
    send: async (...sent) => (await signing).send(...sent),
  }
}

const arriving = (officeUrl: string, email: string): Promise<Browser> =>
  signedIn(browser(officeUrl), {
    list: officePaths.work.to('en'),
    signIn: officePaths.signIn.to('en'),
    form: { email, password: DEMONSTRATION_PASSWORD },
  })
