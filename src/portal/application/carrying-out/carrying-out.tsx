import { awaitedHere } from '#core/cases/counting.ts'
import { rolesIn } from '#core/cases/context.ts'
import { dutyOf } from '#core/cases/duty.ts'
import { askOf, outcomeOf, stateOf } from '#core/cases/life.ts'
import { lastFiled, outcomeIn } from '#core/cases/standing.ts'
import type { Language } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import { termOf, type Tariff, type Term } from '#core/policy/procedure.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import type { OwnAnswers, OwnCase } from '#portal/own-case.ts'
import { Clause } from '#telling/basis.tsx'
import { money } from '#telling/duty.tsx'

/** What is still to come before what was given is handed over. */
export type StillToCome = {
  /** What whoever was given something has to do for it. */
  readonly lead?: string | undefined
  readonly awaited: readonly Term[]
  readonly duties: readonly Owed[]
}

/** What somebody pays, by their name where there are several. */
type Owed = { readonly name?: string; readonly amount: number; readonly tariff: Tariff }

type Part = OwnCase | OwnAnswers

/** Nothing where nothing is being carried out; of the first part, with the duty of each of them. */
export function stillToCome(
  [own, ...others]: readonly [Part, ...Part[]],
  language: Language,
): StillToCome | undefined {
  const { found, context } = own
  const { type, procedure } = context
  const { standing } = found
  if (stateOf(type, standing.state)?.stage !== 'carrying-out') return undefined
  const outcome = outcomeOf(type, outcomeIn(standing) ?? '')
  const lead = outcome?.lead?.[language]
  if (outcome?.favourable !== true) return { lead, awaited: [], duties: [] }
  const asked = awaitedHere(standing, type).flatMap(({ step }) => askOf(type, step)?.clock ?? [])
  const awaited = [...new Set(asked)].flatMap((code) => termOf(procedure, code) ?? [])
  return { lead, awaited, duties: [own, ...others].flatMap((part) => owedBy(part, language)) }
}

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
  const name = found.several && 'kept' in part ? { name: nameOfPart(part, language) } : {}
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
  const { lead, awaited, duties } = coming
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
      {duty && <Clause laws={laws} language={language} basis={basisOf(duty.tariff, 'rows')} />}
    </>
  )
}

const WORDS = {
  en: { stillToCome: 'Still to come', duty: 'State duty for this' },
  az: { stillToCome: 'Qalanlar', duty: 'Bunun üçün dövlət rüsumu' },
  tr: { stillToCome: 'Kalanlar', duty: 'Bunun devlet harcı' },
  ru: { stillToCome: 'Осталось', duty: 'Госпошлина за это' },
} as const satisfies Record<Language, unknown>
