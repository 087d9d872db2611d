import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { first, type Typed } from '#core/answers/typed.ts'
import { canonical } from '#core/canonical.ts'
import { isToMission } from '#core/cases/contesting.ts'
import { isOfficeRole } from '#core/cases/roles.ts'
import { isId } from '#core/id.ts'
import {
  ACTS,
  latestOf,
  mayAct,
  mayWrite,
  type Act,
  type Around,
  type Doer,
  type FrequentQuestion,
  type Written,
} from '#core/promotion/frequent-questions.ts'
import { judgeFrequentQuestion, reasonFault } from '#core/promotion/judge-frequent-question.ts'
import { lawOfDay } from '#core/promotion/law-of-day.ts'
import { isMissionOpen, missionOf, type Mission } from '#core/promotion/missions.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { noteLook, openCase } from '#office/open-case.ts'
import { isOneOf } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import {
  QuestionFormPage,
  questionIn,
  typedOfText,
  type QuestionFormProps,
} from '#office/questions/form.tsx'
import { QuestionsPage } from '#office/questions/list.tsx'
import { actorsIn, QuestionPage, STILL_RIGHT, type QuestionProps } from '#office/questions/page.tsx'
import { isOfMission } from '#office/seen-campaign.tsx'
import { signedInOnly } from '#office/session.tsx'
import { inTransaction, type Tx } from '#platform/database.ts'
import { askedOf, typedOf } from '#platform/typed.ts'
import {
  actOnFrequentQuestion,
  actsOn,
  frequentQuestionById,
  frequentQuestionsSeen,
  lawHere,
  QUESTIONS_A_PAGE,
  writeFrequentQuestion,
} from '#records/frequent-questions.ts'
import { namesOfOfficials } from '#records/officials.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done } from '#telling/done.tsx'

/** What missions are asked often: written by one official, looked at and shown by another. */
export const questionsRoute = new Hono<OfficeEnv>()

for (const { pattern } of [
  paths.questions,
  paths.newQuestion,
  paths.question,
  paths.changeQuestion,
]) {
  questionsRoute.use(pattern, signedInOnly)
}

const isMinistry = (c: OfficeContext): boolean => isOneOf(c.var.official.roles, 'ministry')

const doerIn = (c: OfficeContext): Doer => ({
  id: c.var.official.id,
  mission: isOfMission(c) ? c.var.official.body : undefined,
  isMinistry: isMinistry(c),
})

const missionIn = (c: OfficeContext, code: string): Mission | undefined =>
  missionOf(c.var.house.policy.missions, code)

function aroundIn(c: OfficeContext, code: string): Around {
  const mission = missionIn(c, code)
  const today = c.var.house.clock.today()
  return {
    law: lawHere(c.var.house),
    isMissionOpen: mission !== undefined && isMissionOpen(mission, today),
  }
}

/** The mission of whoever writes, as long as it is open. */
function writingFor(c: OfficeContext): Mission | undefined {
  const mission = isOfMission(c) ? missionIn(c, c.var.official.body ?? '') : undefined
  return mission && isMissionOpen(mission, c.var.house.clock.today()) ? mission : undefined
}

const PAGES_MAX = 1000

questionsRoute.get(paths.questions.pattern, (c) => {
  const { house, official, language } = c.var
  const { missions } = house.policy
  if (!isOfMission(c) && !isMinistry(c)) return c.notFound()
  const mission = missionIn(c, (isOfMission(c) ? official.body : askedOf(c.req, 'mission')) ?? '')
  const asked = Number(askedOf(c.req, 'page'))
  const page = Number.isInteger(asked) && asked > 0 && asked <= PAGES_MAX ? asked : 1
  const law = lawHere(c.var.house)
  const pageAt = (number: number) => {
    const query = isOfMission(c) || !mission ? {} : { mission: mission.code }
    const found = new URLSearchParams({ ...query, page: String(number) })
    return `${paths.questions.to(language)}?${found.toString()}`
  }
  return inTransaction(house.db, async (tx) => {
    const seen = { mission: mission?.code, law: lawOfDay(law), page }
    const found = await frequentQuestionsSeen(tx, seen)
    return c.render(
      <QuestionsPage
        view={viewOf(c)}
        {...{ law, missions, mission }}
        questions={found.slice(0, QUESTIONS_A_PAGE)}
        makes={!isOfMission(c) ? 'nobody' : writingFor(c) ? 'may' : 'closed'}
        previous={page > 1 ? pageAt(page - 1) : undefined}
        next={found.length > QUESTIONS_A_PAGE ? pageAt(page + 1) : undefined}
      />,
    )
  })
})

const formPage = (
  c: OfficeContext,
  mission: Mission,
  props: Pick<QuestionFormProps, 'typed' | 'question' | 'faults' | 'isLate' | 'isPrefilled'>,
) => <QuestionFormPage view={viewOf(c)} mission={mission} law={lawHere(c.var.house)} {...props} />

questionsRoute.get(paths.newQuestion.pattern, async (c) => {
  const mission = writingFor(c)
  if (!mission) return c.notFound()
  const empty = { id: [randomUUID()], audience: ['mission'] }
  const id = askedOf(c.req, 'case')
  if (id === '') return c.render(formPage(c, mission, { typed: empty }))
  const answered = await inTransaction(c.var.house.db, (tx) => answeredIn(c, tx, id))
  if (!answered) return c.notFound()
  const typed = { ...empty, ...answered }
  return c.render(formPage(c, mission, { typed, isPrefilled: true }))
})

/** What officials answered in a case that was begun to their mission; not what was asked. */
async function answeredIn(c: OfficeContext, tx: Tx, id: string): Promise<Typed | undefined> {
  const open = await openCase(c, tx, { id })
  if (!open?.sight.whole || !isToMission(open.law.type.begins)) return undefined
  await noteLook(tx, open, 'case-page')
  const { standing, reader } = open.found
  const texts = standing.said
    .filter(({ role }) => isOfficeRole(role))
    .flatMap(({ messages }) => messages.map(({ text }) => text))
  return { [`answer-${reader.language}`]: [texts.join('\n\n')] }
}

questionsRoute.post(paths.newQuestion.pattern, async (c) => {
  const typed = await typedOf(c.req)
  const mission = writingFor(c)
  if (!mission) return c.notFound()
  const sent = first(typed, 'id')
  const id = isId(sent) ? sent : randomUUID()
  return take(c, mission, { typed: { ...typed, id: [id] }, id })
})

questionsRoute.get(paths.changeQuestion.pattern, (c) =>
  toWrite(c, (question, mission) => {
    const text = latestOf(question)
    return c.render(formPage(c, mission, { question, typed: text ? typedOfText(text) : {} }))
  }),
)

questionsRoute.post(paths.changeQuestion.pattern, async (c) => {
  const typed = await typedOf(c.req)
  return toWrite(c, (question, mission, tx) => {
    const version = versionIn(typed)
    return take(c, mission, { typed, id: question.id, change: { tx, question, version } })
  })
})

/** What is no number is the version of nothing. */
function versionIn(typed: Typed): number {
  const text = first(typed, 'version')
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

type Taking = {
  readonly typed: Typed
  readonly id: string
  readonly change?: {
    readonly tx: Tx
    readonly question: FrequentQuestion
    readonly version: number
  }
}

/** A form that begins or changes one: it is taken, or comes back with all that is in it. */
async function take(c: OfficeContext, mission: Mission, { typed, id, change }: Taking) {
  const { house, language } = c.var
  const question = change?.question
  if (isForAnotherLanguage(typed)) return c.render(formPage(c, mission, { typed, question }))
  const judged = judgeFrequentQuestion(questionIn(typed), mission.languages)
  if (!judged.ok) {
    return c.render(formPage(c, mission, { typed, question, faults: judged.faults }), 400)
  }
  const { said, audience } = judged
  const waits = first(typed, 'press') !== 'save'
  const writing = { id, said, audience, waits, ...lawNow(c) }
  const write = async (tx: Tx) => {
    const seen = change ? { version: change.version } : {}
    if (await writeFrequentQuestion(tx, { ...writing, ...seen }, house.clock.now())) return 'taken'
    return frequentQuestionById(tx, id)
  }
  const found = change ? await write(change.tx) : await inTransaction(house.db, write)
  if (found === undefined) return c.notFound()
  if (found === 'taken' || isSame(c, found, judged)) {
    return done(c, paths.question.to(language, { id }), 'saved')
  }
  return c.render(formPage(c, mission, { typed, question: found, isLate: true }), 409)
}

const lawNow = (c: OfficeContext): Pick<Written, 'law' | 'lawOn'> => ({
  law: lawOfDay(lawHere(c.var.house)),
  lawOn: c.var.house.clock.today(),
})

/** Whoever presses twice is where the first press led. */
const isSame = (
  c: OfficeContext,
  { next }: FrequentQuestion,
  { said, audience }: Pick<Written, 'said' | 'audience'>,
): boolean =>
  next?.by === c.var.official.id &&
  next.audience === audience &&
  canonical(next.said) === canonical(said)

type Then = (question: FrequentQuestion, tx: Tx) => Response | Promise<Response>

/** One that whoever reads may see; what is not theirs is as if it were not there. */
function seen(c: OfficeContext, then: Then): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const id = c.req.param('id') ?? ''
    const question = isId(id) ? await frequentQuestionById(tx, id) : undefined
    return question ? then(question, tx) : c.notFound()
  })
}

/** The same for those who may change it. */
const toWrite = (
  c: OfficeContext,
  then: (question: FrequentQuestion, mission: Mission, tx: Tx) => Response | Promise<Response>,
) =>
  seen(c, async (question, tx) => {
    const mission = missionIn(c, question.mission)
    const may = mayWrite(question, doerIn(c), aroundIn(c, question.mission))
    return mission && may.ok ? then(question, mission, tx) : c.notFound()
  })

questionsRoute.get(paths.question.pattern, (c) =>
  seen(c, async (question, tx) => c.render(await page(c, tx, { question }))),
)

const isAct = (text: string): text is Act => ACTS.some((act) => act === text)

questionsRoute.post(paths.question.pattern, async (c) => {
  const typed = await typedOf(c.req)
  const press = first(typed, 'press')
  if (press === STILL_RIGHT) return stillRight(c, versionIn(typed))
  return seen(c, async (question, tx) => {
    if (!isAct(press)) return c.notFound()
    const version = versionIn(typed)
    const reason = first(typed, 'reason')
    const shown = { question, ...(reason === '' ? {} : { reason: { typed: reason } }) }
    if (version !== question.version) return late(c, tx, { ...shown, press, version })
    const around = aroundIn(c, question.mission)
    const may = mayAct(question, press, { doer: doerIn(c), around })
    if (!may.ok) {
      if (may.refusal === 'not-theirs') return c.notFound()
      return c.render(await page(c, tx, { ...shown, whyNot: may.refusal }), 409)
    }
    const fault = press === 'send-back' ? reasonFault(reason) : undefined
    if (fault) {
      return c.render(await page(c, tx, { question, reason: { typed: reason, fault } }), 400)
    }
    const acting = {
      id: question.id,
      version,
      act: press,
      ...(press === 'send-back' && { reason }),
    }
    const isDone = await actOnFrequentQuestion(tx, acting, c.var.house.clock.now())
    if (isDone) return led(c, question, press)
    return c.render(await page(c, tx, { ...shown, whyNot: 'late' }), 409)
  })
})

/** What is shown, word for word, is put before a second person by the law of today. */
const stillRight = (c: OfficeContext, version: number): Promise<Response> =>
  toWrite(c, async (question, _mission, tx) => {
    const { id, shown } = question
    if (!shown) return c.render(await page(c, tx, { question, whyNot: 'nothing-there' }), 409)
    const { said, audience } = shown
    const writing = { id, version, said, audience, waits: true, ...lawNow(c) }
    const isDone =
      (version === question.version &&
        (await writeFrequentQuestion(tx, writing, c.var.house.clock.now()))) ||
      isSame(c, question, shown)
    if (isDone) return done(c, paths.question.to(c.var.language, { id }), 'saved')
    return c.render(await page(c, tx, { question, whyNot: 'late' }), 409)
  })

type Late = Asked & { readonly press: Act; readonly version: number }

/** Whoever presses twice is where the first press led; who was slower reads how it stands. */
async function late(c: OfficeContext, tx: Tx, { press, version, ...asked }: Late) {
  const acts = await actsOn(tx, asked.question.id)
  const isTwice = acts.some(
    (act) => act.version === version + 1 && act.act === press && act.actor === c.var.official.id,
  )
  if (isTwice) return led(c, asked.question, press)
  return c.render(await page(c, tx, { ...asked, whyNot: 'late' }), 409)
}

/** Where an act leads: to its page, or to the list where nothing is left of it. */
function led(c: OfficeContext, { id, shown, past }: FrequentQuestion, act: Act): Response {
  const { language } = c.var
  const isGone = act === 'forget' || (act === 'remove' && !shown && !past)
  const to = isGone ? paths.questions.to(language) : paths.question.to(language, { id })
  return done(c, to, DEEDS[act])
}

const DEEDS = {
  show: 'shown-to-all',
  'send-back': 'saved',
  'take-down': 'taken-down',
  remove: 'removed',
  forget: 'removed',
} as const

type Asked = Pick<QuestionProps, 'question' | 'whyNot' | 'reason'>

async function page(c: OfficeContext, tx: Tx, { question, ...asked }: Asked) {
  const acts = await actsOn(tx, question.id)
  const names = await namesOfOfficials(tx, c.var.house.secret, actorsIn(question, acts))
  const [doer, around] = [doerIn(c), aroundIn(c, question.mission)]
  return (
    <QuestionPage
      view={viewOf(c)}
      {...{ question, acts, names, ...asked }}
      missionTitle={missionIn(c, question.mission)?.title[c.var.language] ?? question.mission}
      law={around.law}
      may={(act) => mayAct(question, act, { doer, around })}
      mayWrite={mayWrite(question, doer, around).ok}
    />
  )
}
