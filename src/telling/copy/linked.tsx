import { dayInBaku, type IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { CopiedLink } from '#telling/copy/copy.ts'
import { Facts, type Fact } from '#telling/copy/facts.tsx'
import { formatDate } from '#telling/dates.ts'
import { linkedWords, linkText } from '#telling/linked.tsx'

type Props = { readonly linked: readonly CopiedLink[]; readonly language: Language }

/** That they were found to be here twice; most are not, and nothing is said to them. */
export const LinkedPart = ({ linked, language }: Props) => {
  const words = linkedWords[language]
  const day = (moment: IsoMoment) => formatDate(dayInBaku(moment), language, 'plain')
  return linked.length === 0 ? null : (
    <section>
      <h2 id="linked">{words.title}</h2>
      {linked.map(({ linked_at: linkedAt, ended_at: endedAt, is_gone: isGone, agrees, seen }) => {
        const days: readonly Fact[] = [
          [words.since, day(linkedAt)],
          [words.until, endedAt === null ? null : day(endedAt)],
        ]
        return (
          <>
            <p>{linkText({ endedAt: endedAt ?? undefined, isGone }, language)}</p>
            <Facts
              facts={[
                ...days,
                [words.agrees, agrees.map(({ name }) => name).join(', ')],
                [words.seen, seen.name],
              ]}
            />
          </>
        )
      })}
    </section>
  )
}
