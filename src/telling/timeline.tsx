import type { Language } from '#core/language.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import type { Recorded } from '#core/cases/happenings.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { eventText, eventTextTo } from '#telling/case-words.ts'
import type { Child } from '#ui/markup.ts'

/** What happened to a case, newest first, with the time in Baku. */
export type TimelineProps = {
  readonly events: readonly Recorded[]
  readonly type: CaseType
  readonly language: Language
  /** Whoever reads it, where that may be one of those who did something. */
  readonly reader?: string
  /** Who did it, where the reader may know. */
  readonly who?: (event: Recorded) => string
  /** What else there is to say about an event. */
  readonly detail?: (event: Recorded) => Child
}

export const Timeline = ({ events, type, language, reader, who, detail }: TimelineProps) => (
  <ol class="kc-timeline">
    {events.toReversed().map((recorded) => (
      <li class="kc-timeline__event">
        <time class="kc-timeline__when" datetime={recorded.at}>
          {formatMomentInBaku(recorded.at, language)}
        </time>
        <p class="kc-timeline__what">
          {reader === undefined
            ? eventText(type, recorded, language)
            : eventTextTo(reader, { type, recorded, language })}
        </p>
        {recorded.role === SYSTEM ? (
          <p class="kc-timeline__who">{AUTOMATIC[language]}</p>
        ) : (
          who && <p class="kc-timeline__who">{who(recorded)}</p>
        )}
        {detail?.(recorded)}
      </li>
    ))}
  </ol>
)

const AUTOMATIC = {
  az: 'Avtomatik addım: bunu şəxs etməyib',
  tr: 'Otomatik adım: bunu bir kişi yapmadı',
  en: 'Automatic step: no person took it',
  ru: 'Автоматический шаг: его сделал не человек',
} as const satisfies Record<Language, string>
