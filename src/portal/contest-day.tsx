import { contestOf } from '#core/cases/appeal.ts'
import { toldOf } from '#core/cases/telling.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import type { OwnCase } from '#portal/own-case.ts'
import { lawOf, readDecisions } from '#records/decisions.ts'
import { readCase } from '#records/read-case.ts'
import { formatDate } from '#telling/dates.ts'
import { InsetText } from '#ui/inset-text.tsx'

/** The last day to contest what a draft is about, where that was told and a council is asked. */
export async function contestDay(
  c: PortalContext,
  tx: Tx,
  { found: { contested }, context: { type: own }, taking: { on, calendars } }: OwnCase,
): Promise<IsoDate | undefined> {
  if (!setsAside(own)) return undefined
  const { keys, policy } = c.var.house
  const held = contested && (await readCase(tx, keys, contested.of.id))
  if (!held) return undefined
  const decision = (await readDecisions(tx, held)).find(({ id }) => id === contested.id)
  const told = decision && toldOf(held.standing, decision.hash)
  if (!told) return undefined
  const { type, procedure } = descriptionOf(policy, lawOf(decision), on)
  const { record, decidedOn } = decision
  const contest = contestOf({ type, procedure, calendars }, { ...record, decidedOn, told })
  return contest?.days?.councilUntil
}

/** Whether a decision can be set aside by it: not what only asks that one waits. */
const setsAside = ({ outcomes }: Pick<CaseType, 'outcomes'>): boolean =>
  outcomes.some(({ effects }) => effects.some(({ effect }) => effect === 'set-aside'))

type Props = {
  readonly until: IsoDate | undefined
  readonly on: IsoDate
  readonly language: Language
}

/** Nobody is too late for the machine: once the day is over, that is what it says. */
export const ContestDay = ({ until, on, language }: Props) => {
  if (until === undefined) return null
  const words = WORDS[language]
  return (
    <InsetText>
      {until < on ? (
        words.late
      ) : (
        <>
          {words.sendBy} <strong>{formatDate(until, language, 'full')}</strong>.
        </>
      )}
    </InsetText>
  )
}

const WORDS: Readonly<Record<Language, Readonly<Record<'sendBy' | 'late', string>>>> = {
  en: {
    sendBy: 'Send it in no later than',
    late: 'The last day has passed. You can still send a complaint and say why it is late; whether it is accepted, the Council decides.',
  },
  az: {
    sendBy: 'Təqdim etmək üçün son gün:',
    late: 'Son gün keçib. Yenə də şikayət göndərib niyə gecikdiyini yaza bilərsiniz; onu qəbul edib-etməməyə Şura qərar verir.',
  },
  tr: {
    sendBy: 'Göndermek için son gün:',
    late: 'Son gün geçti. Yine de şikâyet gönderip neden geciktiğini yazabilirsiniz; kabul edilip edilmeyeceğine Kurul karar verir.',
  },
  ru: {
    sendBy: 'Последний день, чтобы отправить:',
    late: 'Последний день прошёл. Жалобу всё равно можно отправить и объяснить, почему она подана позже; принять ли её, решает Совет.',
  },
}
