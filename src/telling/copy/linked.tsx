import type { Language } from '#core/language.ts'
import type { CopiedLink } from '#telling/copy/copy.ts'
import { Facts } from '#telling/copy/facts.tsx'
import { linkDays, linkedWords, linksTitle } from '#telling/linked.tsx'

type Props = { readonly linked: readonly CopiedLink[]; readonly language: Language }

/** That they are, or were, thought to be here twice; most never are, and are told nothing. */
export const LinkedPart = ({ linked, language }: Props) => {
  const words = linkedWords[language]
  return linked.length === 0 ? null : (
    <section>
      <h2 id="linked">{linksTitle(linked, language)}</h2>
      {linked.map(({ stands, agrees, seen, ...at }) => {
        const days = linkDays(
          {
            stands,
            proposedAt: at.proposed_at,
            linkedAt: at.linked_at ?? undefined,
            endedAt: at.ended_at ?? undefined,
          },
          language,
        )
        return (
          <>
            <p>{words[stands]}</p>
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
