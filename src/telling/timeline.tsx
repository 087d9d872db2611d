import type { Child } from 'hono/jsx'
import type { Language } from '#core/language.ts'
import type { Recorded } from '#core/lifecycle/application.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { eventTitle } from '#telling/event-titles.ts'
import { roleName } from '#telling/roles.ts'

/** What happened to a case, newest first, with the time in Baku. */
export type TimelineProps = {
  readonly events: readonly Recorded[]
  readonly language: Language
  /** Whom to name beside the role, where the reader may know. */
  readonly nameOf?: (event: Recorded) => string | undefined
  /** What else there is to say about an event. */
  readonly detail?: (event: Recorded) => Child
}

export const Timeline = ({ events, language, nameOf, detail }: TimelineProps) => (
  <ol class="kc-timeline">
    {events.toReversed().map((recorded) => (
      <li class="kc-timeline__event">
        <time class="kc-timeline__when" datetime={recorded.at}>
          {formatMomentInBaku(recorded.at, language)}
        </time>
        <p class="kc-timeline__what">{eventTitle(recorded.event.type, language)}</p>
        <p class="kc-timeline__who">
          {[roleName(recorded.role, language), nameOf?.(recorded)].filter(Boolean).join(', ')}
        </p>
        {detail?.(recorded)}
      </li>
    ))}
  </ol>
)
