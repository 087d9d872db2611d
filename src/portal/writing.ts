import { first, isReadable, type Typed } from '#core/answers/typed.ts'
import type { StepRule } from '#core/cases/life.ts'
import { isFor, may } from '#core/cases/may.ts'
import { doneBefore } from '#core/cases/pressed.ts'
import { MESSAGE_MAX, say, type SayRefusal } from '#core/cases/saying.ts'
import type { Standing } from '#core/cases/standing.ts'
import { versionFor } from '#core/cases/tasks.ts'
import type { Tx } from '#platform/database.ts'
import type { OwnCase } from '#portal/own-case.ts'
import { recordStep } from '#records/cases.ts'

type Writer = Pick<OwnCase, 'found' | 'context' | 'taking'>

/** The step by which whoever asks writes to the Service in this case, where they may. */
export const writing = ({
  found: { standing },
  context,
}: Pick<Writer, 'found' | 'context'>): StepRule | undefined =>
  context.type.steps.find(
    (rule) =>
      rule.kind === 'say' &&
      isFor(rule, context.by, standing) &&
      may(context, rule.code, standing).ok,
  )

/** Why a message was not taken as it is. */
export type Trouble = 'empty' | 'long' | 'unreadable' | 'stale' | 'same' | 'waits' | 'closed'

/** What became of what was written: the step that says it, now or by a first press; or why not. */
export type Written =
  | { readonly step: string; readonly trouble?: undefined }
  | { readonly trouble: Trouble; readonly status: 400 | 409 }

/** Writes a message into a case that is held. */
export async function write(tx: Tx, own: Writer, typed: Typed): Promise<Written> {
  const { found, context, taking } = own
  const rule = writing(own)
  if (!rule) return { trouble: 'closed', status: 409 }
  const text = first(typed, 'text')
  const wrong = wrongWith(text)
  if (wrong) return { trouble: wrong, status: 400 }
  const version = first(typed, 'version')
  if (version !== writingVersion(own, rule)) {
    const isFrom = (before: Standing) => versionIn(own, rule, before) === version
    const pressed = { by: context.by.id, step: rule.code, isFrom, said: [text] }
    const { standing, history } = found.whole ?? found
    if (doneBefore(standing.id, history, pressed)) return { step: rule.code }
    return { trouble: 'stale', status: 409 }
  }
  const said = say(found.standing, context, { step: rule.code, text })
  if (!said.ok) return { trouble: troubleOf(said.refusal), status: 409 }
  await recordStep(tx, found, said.value, taking)
  return { step: rule.code }
}

function wrongWith(text: string): Trouble | undefined {
  if (text === '') return 'empty'
  if (text.length > MESSAGE_MAX) return 'long'
  return isReadable(text) ? undefined : 'unreadable'
}

const troubleOf = ({ reason }: SayRefusal): Trouble => {
  if (reason === 'said-already') return 'same'
  return reason === 'waits-for-reply' ? 'waits' : 'closed'
}

/** What a form to write is made from. */
export const writingVersion = (own: Pick<Writer, 'found' | 'context'>, rule: StepRule): string =>
  versionIn(own, rule, own.found.standing)

const versionIn = (
  { context }: Pick<Writer, 'context'>,
  { code: step }: StepRule,
  standing: Standing,
): string => String(versionFor(standing, { type: context.type, step, by: context.by }))
