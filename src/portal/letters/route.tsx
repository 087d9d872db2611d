import { Hono } from 'hono'
import { inTransaction } from '#platform/database.ts'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { LettersPage, type ShownLetter } from '#portal/letters/page.tsx'
import { ownCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import type { House } from '#records/house.ts'
import { lettersOfCase, type Letter } from '#records/letters.ts'
import { renderLetter } from '#telling/letters.ts'

export const lettersRoute = new Hono<PortalEnv>()

lettersRoute.use(paths.letters.pattern, signedInOnly)

lettersRoute.get(paths.letters.pattern, async (c) => {
  const { house } = c.var
  return inTransaction(house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return c.notFound()
    const { id } = own.found.standing
    const letters = await lettersOfCase(tx, house.keys, id)
    const shown = letters.flatMap((letter) => shownLetter(letter, house))
    return c.render(<LettersPage view={viewOf(c)} id={id} letters={shown} />)
  })
})

/** In the language in which it was written, all of it, whatever of it went by e-mail. */
function shownLetter(letter: Letter, { policy, portalUrl }: House): readonly ShownLetter[] {
  const type = policy.types.get(letter.values.typeHash)
  if (!type) return []
  const { writtenAt, sendFrom, sentAt, refusedAt, language: writtenIn } = letter
  const text = renderLetter(type, letter, { portalUrl })
  return [
    {
      ...text,
      writtenIn,
      writtenAt,
      ...(sendFrom === undefined ? {} : { sendFrom }),
      ...(sentAt === undefined ? {} : { sentAt }),
      ...(refusedAt === undefined ? {} : { refusedAt }),
    },
  ]
}
