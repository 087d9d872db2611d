import { asksFor, outcomeOf, stateOf } from '#core/cases/life.ts'
import type { Stage } from '#core/cases/stages.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import { outcomeIn, type Standing } from '#core/cases/standing.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Case } from '#records/read-case.ts'

/** The way of what is sent in, alike for every type; a type without a stage has no such step. */
const STEPS: readonly {
  readonly at: readonly Stage[]
  readonly title: 'sent' | 'checked' | 'scored' | 'decision' | 'handedOver'
}[] = [
  { at: ['draft'], title: 'sent' },
  { at: ['examined', 'with-person'], title: 'checked' },
  { at: ['with-others'], title: 'scored' },
  { at: ['deciding'], title: 'decision' },
  { at: ['carrying-out'], title: 'handedOver' },
]

type Props = {
  readonly found: Pick<Case, 'standing' | 'history'>
  readonly type: CaseType
  readonly language: Language
}

/** How far along it is; nothing where nobody sent anything in, or where it ended by the wayside. */
export const Journey = ({ found, type, language }: Props) => {
  const words = WORDS[language]
  const steps = stepsOf(found, type)
  const reached = reachedIn(found.standing, type, steps)
  if (reached === undefined) return null
  return (
    <ol class="kc-journey kc-journey--across">
      {steps.map(({ title }, index) => (
        <li
          class={`kc-journey__step${index < reached ? ' kc-journey__step--done' : ''}${
            index === reached ? ' kc-journey__step--now' : ''
          }`}
          aria-current={index === reached ? 'step' : undefined}
        >
          <span class="kc-journey__title">{words[titleIn(type, title)]}</span>
          <span class="kc-journey__state">
            {index < reached ? words.done : index === reached ? words.here : ''}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Where nothing is given, what was decided is not handed over: it is in effect. */
function titleIn(
  type: CaseType,
  title: (typeof STEPS)[number]['title'],
): keyof (typeof WORDS)['en'] {
  if (title === 'scored') return askedOf(type)
  // What cannot be given back is not looked through for what is missing.
  if (title === 'checked') {
    return type.steps.some(({ kind }) => kind === 'return') ? 'checked' : 'examined'
  }
  const gives = type.outcomes.some(({ effects }) =>
    effects.some(({ effect }) => effect === 'issue'),
  )
  return title === 'handedOver' && !gives ? 'inEffect' : title
}

/** What others are asked for; where it is several things, what weighs most. */
function askedOf(type: CaseType): 'scored' | 'council' | 'asked' {
  if (asksFor(type, 'points')) return 'scored'
  return asksFor(type, 'vote') ? 'council' : 'asked'
}

/** Those that a case of this type takes; of one that was decided, those that it took. */
function stepsOf({ standing, history }: Props['found'], type: CaseType) {
  const stages = standing.decided
    ? history.map(({ to }) => stateOf(type, to)?.stage)
    : type.states.map(({ stage }) => stage)
  const isTaken = ({ at, title }: (typeof STEPS)[number]) => {
    if (title === 'decision') return true
    if (title === 'handedOver' && givesNothing(standing, type)) return false
    return at.some((stage) => stages.includes(stage))
  }
  return STEPS.filter(isTaken)
}

/** To one of several nothing may be given while others wait for what is handed over. */
const givesNothing = (standing: Standing, type: CaseType): boolean =>
  outcomeOf(type, outcomeIn(standing) ?? '')?.favourable === false

function reachedIn(
  { state, filings, decided, proposed }: Standing,
  type: CaseType,
  steps: typeof STEPS,
): number | undefined {
  if (filings.length === 0) return undefined
  const stage = stateOf(type, state)?.stage
  const reached = steps.findIndex(({ at }) => stage !== undefined && at.includes(stage))
  if (decided) {
    if (proposed?.by === SYSTEM) return undefined
    return reached < 0 ? steps.length : reached
  }
  return reached < 0 ? undefined : reached
}

const WORDS = {
  az: {
    sent: 'Müraciətin təqdim edilməsi',
    checked: 'Tamlığın yoxlanılması',
    examined: 'Müraciətə baxılması',
    scored: 'Dövlət orqanlarının balları',
    asked: 'Dövlət orqanlarının rəyi',
    council: 'Şura üzvlərinin səsverməsi',
    decision: 'İki nəfərin qərarı',
    handedOver: 'Təhvil verilməsi',
    inEffect: 'Qərarın qüvvədə olması',
    here: 'Siz buradasınız',
    done: 'Hazırdır',
  },
  tr: {
    sent: 'Başvurunun sunulması',
    checked: 'Eksiklik kontrolü',
    examined: 'İnceleme',
    scored: 'Devlet kurumlarının puanları',
    asked: 'Devlet kurumlarının görüşü',
    council: 'Kurul üyelerinin oylaması',
    decision: 'İki kişinin kararı',
    handedOver: 'Teslim edilmesi',
    inEffect: 'Kararın geçerli olması',
    here: 'Şu anda buradasınız',
    done: 'Tamamlandı',
  },
  en: {
    sent: 'Submission',
    checked: 'Check that nothing is missing',
    examined: 'Examination',
    scored: 'Points from state bodies',
    asked: 'Opinions of state bodies',
    council: 'Vote of the council’s members',
    decision: 'Decision by two people',
    handedOver: 'Handing over',
    inEffect: 'The decision in effect',
    here: 'You are here',
    done: 'Done',
  },
  ru: {
    sent: 'Подача обращения',
    checked: 'Первичная проверка',
    examined: 'Рассмотрение',
    scored: 'Баллы госорганов',
    asked: 'Заключения госорганов',
    council: 'Голосование членов совета',
    decision: 'Решение двух сотрудников',
    handedOver: 'Выдача',
    inEffect: 'Решение действует',
    here: 'Вы здесь',
    done: 'Готово',
  },
} as const satisfies Record<Language, unknown>
