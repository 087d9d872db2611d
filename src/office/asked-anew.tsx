import type { OfficeLanguage } from '#core/language.ts'
import { Details } from '#ui/details.tsx'
import { Written } from '#ui/written.tsx'

type Asked = {
  /** Who asked, and when. */
  readonly said: string
  readonly purpose: string
}

type Props = {
  /** Each time, the oldest first. */
  readonly asked: readonly Asked[]
  readonly language: OfficeLanguage
}

/** Each time that an official had somebody asked anew: the last one open, all before it folded. */
export const AskedAnew = ({ asked, language }: Props) => {
  const [before, last] = [asked.slice(0, -1), asked.at(-1)]
  return (
    <>
      {last && <Once {...last} />}
      {before.length > 0 && (
        <Details summary={EARLIER[language].replace('{count}', String(before.length))}>
          {before.map((each) => (
            <Once {...each} />
          ))}
        </Details>
      )}
    </>
  )
}

const Once = ({ said, purpose }: Asked) => (
  <p class="kc-register__said">
    {said} <Written>{purpose}</Written>
  </p>
)

const EARLIER: Readonly<Record<OfficeLanguage, string>> = {
  en: 'Asked before ({count})',
  az: 'Əvvəlki sorğular ({count})',
}
