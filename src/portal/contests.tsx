import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { typeOf, type Policy } from '#core/policy/policy.ts'
import { paths } from '#portal/paths.ts'
import type { Decision } from '#records/decisions.ts'
import { stateTitle, type Stood } from '#telling/case-words.ts'
import { InsetText } from '#ui/inset-text.tsx'

/** A case about what was decided in another one, of whoever asks. */
export type Contest = {
  readonly id: string
  readonly type: CaseType
  readonly number?: string
  readonly stood: Stood
  readonly progress: 'begun' | 'sent' | 'over'
}

/** All of them, the newest first; a draft that was thrown away is none. */
export function contestsIn(policy: Policy, [decision]: readonly Decision[]): readonly Contest[] {
  const all = decision?.contests ?? [] // each decision of a case has those of all
  return all.flatMap(
    ({ id, type, typeHash, number, state, stage, outcome }): readonly Contest[] => {
      if (number === null && stage === 'ended') return []
      const law = { type, state, ...(typeHash === null ? {} : { typeHash }) }
      return [
        {
          id,
          type: typeOf(policy, law),
          ...(number === null ? {} : { number }),
          stood: { state, outcome: outcome ?? undefined },
          progress: stage === 'ended' ? 'over' : number === null ? 'begun' : 'sent',
        },
      ]
    },
  )
}

type Props = { readonly contests: readonly Contest[]; readonly language: Language }

/** That a decision is contested or was, how far that is, and where it is read. */
export const Contests = ({ contests, language }: Props) =>
  contests.length === 0 ? null : (
    <InsetText>
      {contests.map(({ id, type, number, stood, progress }) => (
        <p class="govuk-body">
          {WORDS[language][progress]}{' '}
          <a class="govuk-link" href={paths.application.to(language, { id })}>
            {[type.title[language], number].filter(Boolean).join(', ')}
          </a>
          . {stateTitle(stood, type, language)}.
        </p>
      ))}
    </InsetText>
  )

const WORDS: Readonly<Record<Language, Readonly<Record<Contest['progress'], string>>>> = {
  en: {
    begun: 'You have begun to contest this decision, and have not sent that yet:',
    sent: 'This decision is being contested:',
    over: 'This decision was contested:',
  },
  az: {
    begun: 'Bu qərardan şikayətə başlamısınız, amma hələ göndərməmisiniz:',
    sent: 'Bu qərardan şikayətə baxılır:',
    over: 'Bu qərardan şikayət edilmişdi:',
  },
  tr: {
    begun: 'Bu karara karşı şikâyete başladınız, ama henüz göndermediniz:',
    sent: 'Bu karara karşı şikâyet inceleniyor:',
    over: 'Bu karara karşı şikâyet edilmişti:',
  },
  ru: {
    begun: 'Вы начали жалобу на это решение, но ещё не отправили её:',
    sent: 'Это решение обжалуется:',
    over: 'Это решение было обжаловано:',
  },
}
