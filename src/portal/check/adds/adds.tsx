import { isoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { HeldThere } from '#records/inquiries.ts'
import { formatDate } from '#telling/dates.ts'

/** A status that the system is told of, named in the language of whoever reads it. */
export type Added = HeldThere

type Props = { readonly adds: readonly Added[]; readonly language: Language }

/** What goes with it without being asked, so that nobody has to prove what we know. */
export const Adds = ({ adds, language }: Props) => {
  const words = WORDS[language]
  if (adds.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.why}</p>
      <ul class="govuk-list govuk-list--bullet">
        {adds.map(({ title, number, from, until, state }) => (
          <li>
            {title}, {number}: {formatDate(isoDate(from), language, 'plain')} –{' '}
            {formatDate(isoDate(until), language, 'plain')}
            {state === 'ended' && ` (${words.ended})`}
          </li>
        ))}
      </ul>
    </section>
  )
}

const WORDS = {
  az: {
    title: 'Bizim əlavə etdiklərimiz',
    why: 'Bunları biz bilirik, sənədlə təsdiq etməyin. Müraciətlə birlikdə ona baxan sistemə göndəririk.',
    ended: 'bitib',
  },
  tr: {
    title: 'Bizim eklediklerimiz',
    why: 'Bunları biz biliyoruz, belgeyle kanıtlamayın. Başvuruyla birlikte onu inceleyen sisteme gönderiyoruz.',
    ended: 'sona erdi',
  },
  en: {
    title: 'What we add',
    why: 'We know this, so you need not prove it. We send it with the application to the system that examines it.',
    ended: 'ended',
  },
  ru: {
    title: 'Что добавляем мы',
    why: 'Это нам известно, подтверждать не нужно. Мы отправляем это вместе с обращением в систему, где его рассматривают.',
    ended: 'закончилось',
  },
} as const satisfies Record<Language, unknown>
