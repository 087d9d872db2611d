import { rulesWords } from '#office/rules/words.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { Table } from '#ui/table.tsx'

/** Cases of one state that a version takes over. */
export type ShownMove = { readonly from: string; readonly to: string; readonly cases: number }

type Props = { readonly moves: readonly ShownMove[]; readonly language: OfficeLanguage }

/** What would move, for whoever is to adopt the version that it moves to. */
export const Moves = ({ moves, language }: Props) => {
  const words = rulesWords[language]
  return (
    <>
      <h3 class="govuk-heading-s">{words.moves}</h3>
      <p class="govuk-body">{words.movesHint}</p>
      {moves.length === 0 ? (
        <p class="govuk-body">{words.movesNone}</p>
      ) : (
        <Table
          caption={words.moves}
          captionHidden
          columns={[{ head: words.movesFrom }, { head: words.movesTo }, { head: words.movesCases }]}
          rows={moves.map(({ from, to, cases }) => [from, to, String(cases)])}
        />
      )}
    </>
  )
}
