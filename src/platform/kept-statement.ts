import type { Compilable, CompiledQuery } from 'kysely'
import { NO_ID } from '#core/id.ts'
import type { Tx } from '#platform/database.ts'

/**
 * A statement about one thing, in which nothing but the id of that changes. It is put together
 * once: for one of many parts that takes as long as all that pg does to send it and to read what
 * comes back.
 */
export function statementAbout<Row>(
  put: (tx: Tx, id: string) => Compilable<Row>,
): (tx: Tx, id: string) => Promise<readonly Row[]> {
  let kept: CompiledQuery<Row> | undefined
  return async (tx, id) => {
    kept ??= put(tx, NO_ID).compile()
    const parameters = kept.parameters.map((each) => (each === NO_ID ? id : each))
    const { rows } = await tx.executeQuery<Row>({ ...kept, parameters })
    return rows
  }
}
