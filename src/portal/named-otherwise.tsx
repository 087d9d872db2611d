import { aboutStatuses } from '#core/cases/contesting.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { descriptionsInForce, type Policy } from '#core/policy/policy.ts'
import { paths } from '#portal/paths.ts'
import type { NamedOtherwise } from '#records/named-otherwise.ts'
import { InsetText } from '#ui/inset-text.tsx'

/** What somebody holds that names them otherwise than they write, and where that is changed. */
export type Otherwise = NamedOtherwise & {
  readonly title: StatusKind['title']
  /** There is a case of their own by which it names them anew. */
  readonly isReplaced: boolean
}

export const otherwiseIn = (
  policy: Policy,
  found: readonly NamedOtherwise[],
  on: IsoDate,
): readonly Otherwise[] =>
  found.flatMap((each) => {
    const title = policy.statuses.get(each.kind)?.title
    return title === undefined ? [] : [{ ...each, title, isReplaced: isReplaced(policy, each, on) }]
  })

const isReplaced = (policy: Policy, { kind }: NamedOtherwise, on: IsoDate): boolean =>
  descriptionsInForce(policy, on).some(
    ({ type: { begins, outcomes } }) =>
      aboutStatuses(begins).includes(kind) &&
      outcomes.some(({ effects }) => effects.some(({ effect }) => effect === 'replace')),
  )

type Props = { readonly otherwise: readonly Otherwise[]; readonly language: Language }

/** Told before anything is sent in: what is written may be right, and what is held out of date. */
export const NamedOtherwiseView = ({ otherwise, language }: Props) => {
  return (
    <>
      {(['document', 'birth-date'] as const).map((by) => (
        <Differing {...{ by, language }} held={otherwise.filter((each) => each.by === by)} />
      ))}
    </>
  )
}

type DifferingProps = Pick<Props, 'language'> & {
  readonly by: NamedOtherwise['by']
  readonly held: readonly Otherwise[]
}

/** Said once, however many statuses it is about; each is changed by itself. */
const Differing = ({ by, held, language }: DifferingProps) => {
  if (held.length === 0) return null
  const words = WORDS[language]
  const nameOf = ({ title, number }: Otherwise) => `${title[language]}, ${number}`
  const text = held.length === 1 ? words[by] : words.several[by]
  const here = held.filter(({ isReplaced: isHere }) => isHere)
  return (
    <InsetText>
      <p class="govuk-body">
        {text.replace('{status}', () => held.map(nameOf).join('; '))} {words.right}
      </p>
      {here.map((each) => (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.application.to(language, { id: each.caseId })}>
            {words.change}
            {held.length > 1 && `: ${nameOf(each)}`}
          </a>
        </p>
      ))}
      {here.length < held.length && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.may.to(language)}>
            {words.where}
          </a>
        </p>
      )}
    </InsetText>
  )
}

const WORDS = {
  az: {
    document: 'Burada yazılan pasport bu statusda göstərilən pasport deyil: {status}.',
    'birth-date': 'Burada yazılan doğum tarixi bu statusda göstərilən tarix deyil: {status}.',
    several: {
      document: 'Burada yazılan pasport bu statuslarda göstərilən pasport deyil: {status}.',
      'birth-date': 'Burada yazılan doğum tarixi bu statuslarda göstərilən tarix deyil: {status}.',
    },
    right:
      'Səhv yazılıbsa, cavabı düzəldin. Düzgündürsə, müraciəti göndərə bilərsiniz, amma statusdakı məlumatı da dəyişin.',
    change: 'Statusda göstəriləni dəyişin',
    where: 'Bunu harada dəyişmək olar',
  },
  tr: {
    document: 'Burada yazılan pasaport bu statüde gösterilen pasaport değil: {status}.',
    'birth-date': 'Burada yazılan doğum tarihi bu statüde gösterilen tarih değil: {status}.',
    several: {
      document: 'Burada yazılan pasaport bu statülerde gösterilen pasaport değil: {status}.',
      'birth-date': 'Burada yazılan doğum tarihi bu statülerde gösterilen tarih değil: {status}.',
    },
    right:
      'Yanlış yazıldıysa yanıtı düzeltin. Doğruysa başvuruyu gönderebilirsiniz, ama statüdeki bilgiyi de değiştirin.',
    change: 'Statüde gösterileni değiştirin',
    where: 'Bunu nerede değiştirebilirsiniz',
  },
  en: {
    document: 'The passport written here is not the one that this status names: {status}.',
    'birth-date': 'The date of birth written here is not the one that this status names: {status}.',
    several: {
      document: 'The passport written here is not the one that these statuses name: {status}.',
      'birth-date':
        'The date of birth written here is not the one that these statuses name: {status}.',
    },
    right:
      'If it is written wrongly, correct the answer. If it is right, you can send the application in, but have the status changed as well.',
    change: 'Have the status changed',
    where: 'Where this can be changed',
  },
  ru: {
    document: 'Указанный здесь паспорт — не тот, что указан в этом статусе: {status}.',
    'birth-date': 'Указанная здесь дата рождения — не та, что указана в этом статусе: {status}.',
    several: {
      document: 'Указанный здесь паспорт — не тот, что указан в этих статусах: {status}.',
      'birth-date': 'Указанная здесь дата рождения — не та, что указана в этих статусах: {status}.',
    },
    right:
      'Если это ошибка, исправьте ответ. Если всё верно, обращение можно отправить, но измените и данные в статусе.',
    change: 'Изменить данные в статусе',
    where: 'Где это можно изменить',
  },
} as const satisfies Record<Language, unknown>
