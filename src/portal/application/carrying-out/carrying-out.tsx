import { awaitedHere } from '#core/cases/counting.ts'
import { rolesIn } from '#core/cases/context.ts'
import { dutyOf, leadOf } from '#core/cases/duty.ts'
import { askOf, outcomeOf, stateOf } from '#core/cases/life.ts'
import { lastFiled, outcomeIn, type Standing } from '#core/cases/standing.ts'
import type { Language } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import { termOf, type Tariff, type Term } from '#core/policy/procedure.ts'
import { serviceOf, type Service, type Systems } from '#core/policy/systems.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import type { OwnAnswers, OwnCase } from '#portal/own-case.ts'
import { shownAnswers, type ShownAnswer } from '#records/shown.ts'
import { Clause } from '#telling/basis.tsx'
import { money } from '#telling/duty.tsx'
import { answeredBy } from '#telling/registers.ts'
import { shownSaid } from '#telling/shown-said.ts'

/** What is still to come before what was given is handed over. */
export type StillToCome = {
  /** What whoever was given something has to do for it. */
  readonly lead?: string | undefined
  readonly awaited: readonly Term[]
  readonly duties: readonly Owed[]
  /** What registers say of what was given, such as the card of a permit. */
  readonly shown: readonly Shown[]
}

/** Of somebody, by their name where there are several. */
type Shown = { readonly name?: string; readonly found: Service; readonly answer: ShownAnswer }

/** What is said of whoever a part is of, and in which words. */
type ShownOf = {
  readonly systems: Systems
  readonly of: (part: OwnCase['found']) => readonly ShownAnswer[]
  readonly language: Language
}

/** Nothing is read where nothing is being carried out. */
export async function shownIn(
  c: PortalContext,
  tx: Tx,
  { found: { standing }, context: { type } }: Pick<OwnCase, 'found' | 'context'>,
): Promise<ShownOf> {
  const { language, house } = c.var
  const of = isCarriedOut(standing, type) ? await shownAnswers(tx, standing.id) : () => []
  return { systems: house.policy.systems, of, language }
}

const isCarriedOut = ({ state }: Pick<Standing, 'state'>, type: CaseType): boolean =>
  stateOf(type, state)?.stage === 'carrying-out'

/** What somebody pays, by their name where there are several. */
type Owed = { readonly name?: string; readonly amount: number; readonly tariff: Tariff }

type Part = OwnCase | OwnAnswers

/** Nothing where nothing is being carried out; of the first part, with the duty of each of them. */
export function stillToCome(
  [own, ...others]: readonly [Part, ...Part[]],
  {
    isInvoiced = false,
    isPaid = false,
    ...shown
  }: ShownOf & {
    /** What it costs is told by what is to be paid. */
    readonly isInvoiced?: boolean
    /** All of that is paid. */
    readonly isPaid?: boolean
  },
): StillToCome | undefined {
  const { found, context } = own
  const { type, procedure } = context
  const { standing } = found
  const { language } = shown
  if (!isCarriedOut(standing, type)) return undefined
  const outcome = outcomeOf(type, outcomeIn(standing) ?? '')
  const lead = outcome && leadOf(outcome, isPaid)?.[language]
  if (outcome?.favourable !== true) return { lead, awaited: [], duties: [], shown: [] }
  const asked = awaitedHere(standing, type).flatMap(({ step }) => askOf(type, step)?.clock ?? [])
  const awaited = [...new Set(asked)].flatMap((code) => termOf(procedure, code) ?? [])
  const parts = [own, ...others]
  return {
    lead,
    awaited,
    duties: isInvoiced ? [] : parts.flatMap((part) => owedBy(part, language)),
    shown: parts.flatMap((part) => shownOf(part, shown)),
  }
}

function shownOf(part: Part, { systems, of, language }: ShownOf): readonly Shown[] {
  return of(part.found).flatMap((answer) => {
    const found = serviceOf(systems, answer.service)
    return found ? [{ ...namedIn(part, language), found, answer }] : []
  })
}

const namedIn = (part: Part, language: Language): { readonly name?: string } =>
  part.found.several && 'kept' in part ? { name: nameOfPart(part, language) } : {}

function owedBy(part: Part, language: Language): readonly Owed[] {
  const { found, context } = part
  const { standing, partyId } = found
  const outcome = outcomeOf(context.type, outcomeIn(standing) ?? '')
  if (outcome?.favourable !== true) return []
  const duty = dutyOf(part.description, {
    roles: rolesIn(standing, partyId),
    answers: lastFiled(standing)?.answers ?? {},
    on: standing.filedOn ?? context.on,
    tier: standing.tier,
  })
  const name = namedIn(part, language)
  if (duty === undefined) return []
  const { tariff, tiers } = duty
  return tiers.filter(({ asked }) => asked).map(({ amount }) => ({ ...name, amount, tariff }))
}

type Props = {
  readonly coming: StillToCome | undefined
  readonly laws: Laws
  readonly language: Language
}

/** What is to be done for it, what of that is still to come, and what it costs. */
export const CarryingOut = ({ coming, laws, language }: Props) => {
  if (coming === undefined) return null
  const words = WORDS[language]
  const { lead, awaited, duties, shown } = coming
  const [duty] = duties
  return (
    <>
      {lead !== undefined && <p class="kc-answer__lead">{lead}</p>}
      {awaited.length + duties.length > 0 && (
        <dl class="kc-answer__facts">
          {awaited.length > 0 && (
            <div>
              <dt>{words.stillToCome}</dt>
              {awaited.map(({ title }) => (
                <dd>{title[language]}</dd>
              ))}
            </div>
          )}
          {duties.length > 0 && (
            <div>
              <dt>{words.duty}</dt>
              {duties.map(({ name, amount, tariff: { currency } }) => (
                <dd>{[name, money({ amount, currency }, language)].filter(Boolean).join(': ')}</dd>
              ))}
            </div>
          )}
        </dl>
      )}
      <ShownAnswers shown={shown} language={language} />
      {duty && <Clause laws={laws} language={language} basis={basisOf(duty.tariff, 'rows')} />}
    </>
  )
}

/** What a register says of each, and by which numbers it is known there. */
const ShownAnswers = ({
  shown,
  language,
}: Pick<StillToCome, 'shown'> & Pick<Props, 'language'>) => (
  <>
    {shown.map(({ name, found: { system, service }, answer: { result, says, at } }) => (
      <dl class="kc-answer__facts">
        <div>
          <dt>{[service.title[language], name].filter(Boolean).join(': ')}</dt>
          <dd>{service.results.find(({ code }) => code === result)?.title[language] ?? result}</dd>
          {shownSaid(says, language).map(({ label, text }) => (
            <dd>
              {label}: {text}
            </dd>
          ))}
          <dd>{answeredBy(system.name[language], at, language)}</dd>
        </div>
      </dl>
    ))}
  </>
)

const WORDS = {
  en: {
    stillToCome: 'Still to come',
    duty: 'State duty for this',
  },
  az: {
    stillToCome: 'Qalanlar',
    duty: 'Bunun üçün dövlət rüsumu',
  },
  tr: {
    stillToCome: 'Kalanlar',
    duty: 'Bunun devlet harcı',
  },
  ru: {
    stillToCome: 'Осталось',
    duty: 'Госпошлина за это',
  },
} as const satisfies Record<Language, unknown>
