import type { Language } from '#core/language.ts'
import type { StillNamed as Still } from '#portal/carried.ts'
import { Contesting } from '#portal/contesting.tsx'
import { paths } from '#portal/paths.ts'

type Props = {
  /** The case that was granted, whose answers are gone on with. */
  readonly from: string
  readonly still: readonly Still[]
  readonly language: Language
}

/** What its holder has that still shows what was before: another is asked for by one press. */
export const StillNamed = ({ from, still, language }: Props) => {
  if (still.length === 0) return null
  const words = WORDS[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.lead}</p>
      {still.map(({ number, kind, address, ways }) => (
        <>
          <h3 class="govuk-heading-s">
            {kind.title[language]}, {number}
          </h3>
          <Contesting
            language={language}
            action={paths.aboutHeld.to(language, { id: address })}
            {...{ ways, from }}
            variant="secondary"
          />
        </>
      ))}
    </section>
  )
}

const WORDS = {
  az: {
    title: 'Hələ əvvəlki məlumatların göstərildiyi sənədlər',
    lead: 'Dəyişiklik qəbul edilib. Bu sənədlərdə isə hələ əvvəlki məlumatlar göstərilir. Yeni sənəd üçün müraciət edin, ad, doğum tarixi və pasporta dair cavablar orada artıq yazılı olacaq.',
  },
  tr: {
    title: 'Hâlâ önceki bilgileri gösteren belgeler',
    lead: 'Değişiklik kabul edildi. Bu belgeler ise hâlâ önceki bilgileri gösteriyor. Yeni belge için başvurun; ad, doğum tarihi ve pasaportla ilgili yanıtlar orada yazılı olacak.',
  },
  en: {
    title: 'Documents that still show what was before',
    lead: 'The change was accepted. These documents still show what was before. Ask for a new one: the answers about name, birth and passport are filled in for you.',
  },
  ru: {
    title: 'Документы, где ещё указаны прежние данные',
    lead: 'Изменение принято. В этих документах ещё указаны прежние данные. Подайте обращение о новом документе: ответы об имени, дате рождения и паспорте там уже будут внесены.',
  },
} as const satisfies Record<Language, unknown>
