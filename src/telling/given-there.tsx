import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { serviceOf, type Systems } from '#core/policy/systems.ts'
import { formatDate } from '#telling/dates.ts'

/** What is told of something that another system gave, as it said. */
export type GivenThereTold = {
  readonly service: string
  readonly number: string
  readonly from: IsoDate
  readonly until?: IsoDate
}

/** Number, days, and that it is held there and was not checked by us. */
export const GivenThereLines = ({
  given: { service, number, from, until },
  systems,
  language,
}: {
  readonly given: GivenThereTold
  readonly systems: Systems
  readonly language: Language
}) => {
  const words = givenThereWords[language]
  const system = serviceOf(systems, service)?.system.name[language] ?? service
  const day = (of: IsoDate) => formatDate(of, language, 'plain')
  return (
    <>
      {words.number}: <strong>{number}</strong>
      <br />
      {words.from}: {day(from)}
      {until !== undefined && (
        <>
          <br />
          {words.until}: <strong>{day(until)}</strong>
        </>
      )}
      <br />
      {words.there.replace('{system}', () => system)}
    </>
  )
}

const az = {
  number: 'Nömrə',
  from: 'Verilib',
  until: 'Son gün',
  there: '«{system}» sistemində verilib və orada saxlanılır. Biz onu yoxlamamışıq.',
}

const givenThereWords: Readonly<Record<Language, typeof az>> = {
  az,
  tr: {
    number: 'Numara',
    from: 'Verildiği gün',
    until: 'Son gün',
    there: '“{system}” sisteminde verildi ve orada tutuluyor. Biz onu doğrulamadık.',
  },
  en: {
    number: 'Number',
    from: 'Given on',
    until: 'Last day',
    there: 'It was given in the “{system}” and is kept there. We have not checked it.',
  },
  ru: {
    number: 'Номер',
    from: 'Выдано',
    until: 'Последний день',
    there: 'Выдано в системе «{system}» и числится там. Мы это не проверяли.',
  },
}
