import type { Language } from '#core/language.ts'
import type { Way } from '#portal/contest-ways.ts'
import { Contesting } from '#portal/contesting.tsx'
import type { ListedCase } from '#portal/own-cases.ts'
import type { OwnStatus } from '#portal/own-status.ts'
import { paths } from '#portal/paths.ts'
import { stateTitle, statusTag, statusTitle } from '#telling/case-words.ts'
import { formatDate } from '#telling/dates.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Tag } from '#ui/tag.tsx'

type Props = {
  readonly id: string
  readonly own: OwnStatus
  /** Cases about it of which its holder may know. */
  readonly about: readonly ListedCase[]
  /** What they can begin about it themselves. */
  readonly ways: readonly Way[]
  readonly language: Language
}

/** The status that a case gave, with a life of its own: whether it holds, and what is about it. */
export const HeldStatus = ({ id, own, about, ways, language }: Props) => {
  const { status, kind, isInForce, held, endedOn } = own
  const words = WORDS[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{kind.title[language]}</h2>
      <p class="govuk-body">
        <Tag colour={isInForce ? 'green' : 'grey'}>{statusTag(kind, held, language)}</Tag>{' '}
        {status.number}
      </p>
      {held.endedAs === undefined ? (
        <p class="govuk-body">
          {words.until} <strong>{formatDate(status.validUntil, language, 'plain')}</strong>
        </p>
      ) : (
        <p class="govuk-body">
          {statusTitle(kind, held, language)}.
          {endedOn !== undefined && (
            <>
              {' '}
              {words.ended} <strong>{formatDate(endedOn, language, 'plain')}</strong>.
            </>
          )}
        </p>
      )}
      {isInForce && (
        <ButtonLink href={paths.statusDocument.to(language, { id })}>{words.download}</ButtonLink>
      )}
      {about.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{words.about}</h3>
          <ul class="govuk-list">
            {about.map((each) => (
              <li>
                <a class="govuk-link" href={paths.application.to(language, { id: each.id })}>
                  {[each.type.title[language], each.number].filter(Boolean).join(', ')}
                </a>
                : {stateTitle(each, each.type, language)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Contesting
        language={language}
        action={paths.aboutHeld.to(language, { id })}
        ways={ways}
        variant="secondary"
        listed
      />
    </section>
  )
}

const WORDS = {
  az: {
    until: 'Bu tarixədək qüvvədədir:',
    ended: 'Qüvvədən düşdüyü tarix:',
    about: 'Bu status barədə',
    download: 'Status sənədini endirin (PDF)',
  },
  tr: {
    until: 'Şu tarihe kadar yürürlükte:',
    ended: 'Sona erdiği tarih:',
    about: 'Bu statüyle ilgili',
    download: 'Statü belgenizi indirin (PDF)',
  },
  en: {
    until: 'In force until',
    ended: 'Ended on',
    about: 'About this status',
    download: 'Download your status document (PDF)',
  },
  ru: {
    until: 'Действует по',
    ended: 'Закончился',
    about: 'Об этом статусе',
    download: 'Скачать документ о статусе (PDF)',
  },
} as const satisfies Record<Language, unknown>
