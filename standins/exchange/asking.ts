import type { Clock } from '#platform/calendar.ts'
import type { Content } from '#exchange/content.ts'
import type { Recognitions } from '#standins/exchange/memory.ts'
import { STRANGER } from '#standins/exchange/registers/people.ts'
import type { Register } from '#standins/exchange/registers/register.ts'
import type { Protocol, RegistersState } from '#standins/exchange/state.ts'
import { troubleOfNumber, type Trouble } from '#standins/exchange/troubles.ts'

/** What all registers have in common; time goes by as `wait` says, so that no test need wait. */
export type World = {
  readonly state: RegistersState
  readonly clock: Clock
  readonly wait: (milliseconds: number) => Promise<void>
  readonly recognitions: Recognitions
}

export type Question = {
  readonly register: Register
  readonly content: Content
  /** Whoever names none is known by what they ask. */
  readonly messageId: string
  readonly protocol: Protocol
}

/** What a register says, for an adapter to put into the words of its protocol. */
export type Told =
  | { readonly told: 'answer' | 'twice'; readonly content: Content }
  /** Another question than was agreed; where, by the name of the field. */
  | { readonly told: 'not-understood'; readonly where: string }
  | { readonly told: 'failed' | 'huge' | 'deep' | 'entities' | 'down' | 'silence' }

/** Every question is noted, with what came of it and without what it said. */
export async function ask(world: World, question: Question): Promise<Told> {
  const { state } = world
  const { register, protocol } = question
  const { system, contract } = register
  const told = await tell(world, question)
  const result = told.told === 'answer' ? told.content['result'] : undefined
  const outcome = typeof result === 'string' ? result : told.told
  state.note({ system, service: contract.code, protocol, outcome })
  return told
}

async function tell(world: World, { register, content, messageId }: Question): Promise<Told> {
  const { state, clock, wait, recognitions } = world
  const { system, contract } = register
  const understood = contract.question.safeParse(content)
  if (!understood.success) {
    return { told: 'not-understood', where: understood.error.issues[0]?.path.join('.') ?? '' }
  }
  const trouble = troubleOfNumber(numberIn(content)) ?? state.troubleOf(system)
  if (trouble === 'down-for-an-hour') state.takeDown(system)
  const silent = trouble === undefined ? undefined : SILENT[trouble]
  if (silent) return { told: silent }
  if (trouble === 'late') await wait(state.settings().slowSeconds * 1000)
  const { opinions, examinations } = state
  const desk = { today: clock.today(), messageId, opinions, examinations, recognitions }
  const answer = register.answer(content, desk)
  return {
    told: trouble === 'twice' ? 'twice' : 'answer',
    content: spoiled(answer, trouble),
  }
}

/** Troubles in which nothing is answered to the question. */
const SILENT: Readonly<
  Partial<Record<Trouble, 'failed' | 'huge' | 'deep' | 'entities' | 'down' | 'silence'>>
> = {
  'times-out': 'silence',
  'down-for-an-hour': 'down',
  down: 'down',
  fault: 'failed',
  huge: 'huge',
  deep: 'deep',
  entities: 'entities',
}

function numberIn({ person }: Content): string {
  if (typeof person !== 'object' || !('documentNumber' in person)) return ''
  const { documentNumber } = person
  return typeof documentNumber === 'string' ? documentNumber : ''
}

function spoiled(answer: Content, trouble: Trouble | undefined): Content {
  if (trouble === 'wrong') return { ...answer, result: 'OK', schemaVersion: '2' }
  return trouble === 'another-person' ? aboutStranger(answer) : answer
}

/** Wherever the answer names somebody, or a case, it names another. */
function aboutStranger(answer: Content): Content {
  const strange = (said: Content): Content => ('surname' in said ? { ...said, ...STRANGER } : said)
  const changed = Object.entries(answer).map(([name, said]) => {
    if (name === 'case') return [name, 'OF-ANOTHER-CASE']
    if (typeof said === 'string') return [name, said]
    if (!isList(said)) return [name, strange(said)]
    return [name, said.map((one) => (typeof one === 'string' ? one : strange(one)))]
  })
  return Object.fromEntries(changed) as Content
}

const isList = (said: Content[string]): said is readonly (string | Content)[] => Array.isArray(said)
