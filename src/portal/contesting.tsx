import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Way } from '#portal/contest-ways.ts'
import { paths } from '#portal/paths.ts'
import { stepName } from '#telling/case-words.ts'
import { Button, ButtonLink, type ButtonVariant } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'

type Props = {
  readonly language: Language
  /** Where such a case is begun. */
  readonly action: string
  readonly ways: readonly Way[]
  readonly variant?: ButtonVariant | undefined
  /** Whether what was sent in is listed beside it. */
  readonly listed?: boolean | undefined
  /** The last day for it, which the machine never holds against anybody, and today. */
  readonly until?: IsoDate | undefined
  readonly on?: IsoDate | undefined
}

/** Where something is complained of: a button for each way, or the way to what was begun only. */
export const Contesting = ({
  language,
  action,
  ways,
  variant,
  listed = false,
  until,
  on,
}: Props) => {
  const words = WORDS[language]
  const open = ways.filter(({ open: begun, refusal }) =>
    begun === undefined ? refusal === undefined : begun.number === null || !listed,
  )
  if (open.length === 0) return null
  return (
    <>
      {until !== undefined && on !== undefined && until < on && <InsetText>{words.late}</InsetText>}
      {open.map(({ description: { type }, begin, open: begun }) =>
        begun === undefined ? (
          <form method="post" action={action}>
            <input type="hidden" name="type" value={type.code} />
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

const WORDS: Readonly<
  Record<Language, { readonly goOn: string; readonly see: string; readonly late: string }>
> = {
  en: {
    goOn: 'Go on: {title}',
    see: 'See it: {title}',
    late: 'The last day has passed. You can still send a complaint and say why it is late; whether it is accepted, the Council decides.',
  },
  az: {
    goOn: 'Davam edin: {title}',
    see: 'Baxın: {title}',
    late: 'Son gün keçib. Yenə də şikayət göndərib niyə gecikdiyini yaza bilərsiniz; onu qəbul edib-etməməyə Şura qərar verir.',
  },
  tr: {
    goOn: 'Devam edin: {title}',
    see: 'Görün: {title}',
    late: 'Son gün geçti. Yine de şikâyet gönderip neden geciktiğini yazabilirsiniz; kabul edilip edilmeyeceğine Kurul karar verir.',
  },
  ru: {
    goOn: 'Продолжить: {title}',
    see: 'Посмотреть: {title}',
    late: 'Последний день прошёл. Жалобу всё равно можно отправить и объяснить, почему она подана позже; принять ли её, решает Совет.',
  },
}
