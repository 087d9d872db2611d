import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { ContestDay } from '#portal/contest-day.tsx'
import type { Way } from '#portal/contest-ways.ts'
import { paths } from '#portal/paths.ts'
import { formatDate } from '#telling/dates.ts'
import { stepName } from '#telling/case-words.ts'
import { Button, ButtonLink, type ButtonVariant } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'

type Props = {
  readonly language: Language
  /** Where such a case is begun. */
  readonly action: string
  readonly ways: readonly Way[]
  readonly variant?: ButtonVariant | undefined
  /** The case whose answers it begins with. */
  readonly from?: string | undefined
  /** Whether what was sent in is listed beside it. */
  readonly listed?: boolean | undefined
  /** The last day for it, which the machine never holds against anybody, and today. */
  readonly until?: IsoDate | undefined
  readonly on?: IsoDate | undefined
  /** By which day something is to be decided, as an earlier complaint led to. */
  readonly toldBy?: IsoDate | undefined
}

/** Where something is complained of: a button for each way, or the way to what was begun only. */
export const Contesting = ({
  language,
  action,
  ways,
  variant,
  from,
  listed = false,
  until,
  on,
  toldBy,
}: Props) => {
  const words = WORDS[language]
  const open = ways.filter(({ open: begun, refusal }) =>
    begun === undefined ? refusal === undefined : begun.number === null || !listed,
  )
  if (open.length === 0 && toldBy === undefined) return null
  return (
    <>
      {toldBy !== undefined && (
        <InsetText>
          {words.toldBy} <strong>{formatDate(toldBy, language, 'full')}</strong>.
        </InsetText>
      )}
      {until !== undefined && on !== undefined && until < on && (
        <ContestDay until={until} on={on} language={language} />
      )}
      {open.map(({ description: { type }, begin, open: begun }) =>
        begun === undefined ? (
          <form method="post" action={action}>
            <input type="hidden" name="type" value={type.code} />
            {from !== undefined && <input type="hidden" name="from" value={from} />}
            <Button variant={variant} preventDoubleClick>
              {stepName(type, begin.code, language)}
            </Button>
          </form>
        ) : (
          <ButtonLink variant={variant} href={paths.application.to(language, begun)}>
            {(begun.number === null ? words.goOn : words.see).replace(
              '{title}',
              type.title[language],
            )}
          </ButtonLink>
        ),
      )}
    </>
  )
}

const WORDS: Readonly<Record<Language, Readonly<Record<'goOn' | 'see' | 'toldBy', string>>>> = {
  en: {
    goOn: 'Go on: {title}',
    see: 'See it: {title}',
    toldBy: 'You complained, and we were told to decide here by this day:',
  },
  az: {
    goOn: 'Davam edin: {title}',
    see: 'Baxın: {title}',
    toldBy: 'Şikayətinizdən sonra bizə bu günədək qərar vermək tapşırılıb:',
  },
  tr: {
    goOn: 'Devam edin: {title}',
    see: 'Görün: {title}',
    toldBy: 'Şikâyetiniz üzerine bizden bu güne kadar karar vermemiz istendi:',
  },
  ru: {
    goOn: 'Продолжить: {title}',
    see: 'Посмотреть: {title}',
    toldBy: 'По вашей жалобе нам указано принять решение не позднее этого дня:',
  },
}
