import { Hono } from 'hono'
import { end } from '#core/cases/filing.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { stepsFor } from '#core/cases/may.ts'
import { endsCase } from '#core/cases/life.ts'
import { clockOf } from '#core/cases/dues.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { missionOf } from '#core/promotion/missions.ts'
import { first, type Typed } from '#core/answers/typed.ts'
import { isId } from '#core/id.ts'
import { clientAddress } from '#platform/client-address.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { askedOf, typedOf } from '#platform/typed.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import type { OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { AbsentPage, ForgetPage, QuestionLooksPage, QuestionPage } from '#portal/question/page.tsx'
import { wordingOf } from '#portal/wording.ts'
import { write, writing, writingVersion, type Trouble } from '#portal/writing.ts'
import { comeAsking, eraseAsking, isAskingHeld, type CameBack } from '#records/asking.ts'
import { countAttempts, floodLimit, takeBackAttempts } from '#records/attempts.ts'
import { contextIn, nowIn, recordStep } from '#records/cases.ts'
import { LOOKS_PAGE, looksAt } from '#records/looks.ts'
import { holdCase, readCase } from '#records/read-case.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done, STEP, stepOfType } from '#telling/done.tsx'

/**
 * Whoever has the link reads what was asked of a mission and what it answered, asks once more, and
 * deletes it. The link opens that one case and nothing else, and leaves no session.
 */
export const questionRoute = new Hono<PortalEnv>()

/** The case behind the link, as who asked. */
type Asked = Pick<OwnCase, 'found' | 'description' | 'taking' | 'context'> & {
  readonly who: CameBack
}

const tokenIn = (c: PortalContext): string => c.req.param('token') ?? ''

type Then = (asked: Asked, tx: Tx) => Response | Promise<Response>

/** A link cannot be guessed; whoever tries many all the same waits, and nobody else for them. */
async function withLink(c: PortalContext, then: Then): Promise<Response> {
  const { db, door, secret, clock, trustProxy, keys } = c.var.house
  const limits = [floodLimit('asking, link', clientAddress(c, trustProxy))]
  const counting = { secret, at: clock.now() }
  const reached = await inTransaction(door, (tx) => countAttempts(tx, limits, counting))
  if (reached) {
    c.header('retry-after', String(reached.seconds))
    return c.render(<AbsentPage view={viewOf(c)} until={reached.until} />, 429)
  }
  let isTheirs = false
  const answer = await inTransaction(db, async (tx) => {
    const who = await comeAsking(tx, tokenIn(c))
    const isPost = c.req.method === 'POST'
    const found = who && (await (isPost ? holdCase : readCase)(tx, keys, who.caseId))
    if (!found) return c.render(<AbsentPage view={viewOf(c)} />, 404)
    isTheirs = true
    return then(askedIn(c, who, found), tx)
  })
  if (isTheirs) await inTransaction(door, (tx) => takeBackAttempts(tx, limits, counting))
  return answer
}

function askedIn(c: PortalContext, who: CameBack, found: Asked['found']): Asked {
  const { clock, policy } = c.var.house
  const now = nowIn(found, clock.now())
  const description = descriptionOf(policy, found.standing, now.on)
  const by = { id: who.partyId, roles: [] }
  const taking = { ...now, by, description, calendars: policy.calendars }
  return { who, found, description, taking, context: contextIn(found, taking) }
}

questionRoute.get(paths.question.pattern, (c) =>
  withLink(c, (asked) => c.render(page(c, asked, { typed: {} }))),
)

questionRoute.post(paths.question.pattern, (c) =>
  withLink(c, async (asked, tx) => {
    const typed = await typedOf(c.req)
    if (isForAnotherLanguage(typed)) return c.render(page(c, asked, { typed }))
    const written = await write(tx, asked, typed)
    if (written.trouble !== undefined) {
      const { trouble, status } = written
      return c.render(page(c, asked, { typed, trouble }), status)
    }
    const here = paths.question.to(c.var.language, { token: tokenIn(c) })
    return done(c, here, STEP, stepOfType(asked.context.type.code, written.step))
  }),
)

/** Officials are told by their role and their house, as people with an account are told. */
questionRoute.get(paths.questionLooks.pattern, (c) =>
  withLink(c, async ({ who, found }, tx) => {
    const { policy } = c.var.house
    const before = askedOf(c.req, 'before')
    const looks = await looksAt(tx, who.partyId, isId(before) ? before : undefined)
    const last = looks.length === LOOKS_PAGE ? looks.at(-1) : undefined
    const token = tokenIn(c)
    const here = paths.questionLooks.to(c.var.language, { token })
    const { number = '' } = found.standing
    return c.render(
      <QuestionLooksPage
        view={viewOf(c)}
        {...{ token, number, looks }}
        bodies={[
          ...policy.missions.map(({ code, title }) => ({ code, name: title })),
          ...[...policy.procedures.current.values()].flatMap(({ bodies }) => bodies),
        ]}
        older={last && `${here}?before=${last.id}`}
      />,
    )
  }),
)

questionRoute.get(paths.forgetQuestion.pattern, (c) =>
  withLink(c, (asked) => c.render(forgetPage(c, asked))),
)

questionRoute.post(paths.forgetQuestion.pattern, (c) =>
  withLink(c, async (asked, tx) => {
    if (await isAskingHeld(tx)) return c.render(forgetPage(c, asked, true), 409)
    const { found, context, taking, who } = asked
    // While somebody still has to answer, that ends with it.
    const ending = stepsFor(context, found.standing).find(({ rule }) => endsCase(rule))
    const ended = ending && end(found.standing, context, { step: ending.rule.code })
    if (ended?.ok === true) await recordStep(tx, found, ended.value, taking)
    await eraseAsking(tx, c.var.house, { partyId: who.partyId, at: taking.at })
    return done(c, paths.missions.to(c.var.language), 'removed')
  }),
)

const forgetPage = (c: PortalContext, { found }: Asked, isHeld = false) => {
  const { number = '' } = found.standing
  return <ForgetPage view={viewOf(c)} token={tokenIn(c)} number={number} isHeld={isHeld} />
}

type Shown = { readonly typed: Typed; readonly trouble?: Trouble }

function page(c: PortalContext, asked: Asked, { typed, trouble }: Shown) {
  const { found, context, description, who } = asked
  const { policy } = c.var.house
  const { standing } = found
  const rule = writing(asked)
  return (
    <QuestionPage
      view={viewOf(c)}
      token={tokenIn(c)}
      mission={missionOf(policy.missions, who.mission)}
      found={found}
      context={context}
      laws={policy.laws}
      clock={clockOf(standing, context, context.on)}
      answers={lastFiled(standing)?.answers ?? {}}
      wording={wordingOf(c, description)}
      writes={rule && { step: rule.code, version: writingVersion(asked, rule) }}
      text={first(typed, 'text')}
      trouble={trouble}
    />
  )
}
