import { deepEqual, equal } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inTransaction } from '#platform/database.ts'
import { statementAbout } from '#platform/kept-statement.ts'
import { readHouse } from '#test/house.ts'

test('a statement is put together once, and says each time whom it is about', async () => {
  const { db } = await readHouse()
  let times = 0
  const about = statementAbout((tx, id) => {
    times += 1
    return tx
      .selectNoFrom(sql<string>`${id}::text`.as('asked'))
      .select(sql<string>`${'always'}::text`.as('theSame'))
      .select(sql<boolean>`${id}::text = ${id}::text`.as('isOne'))
  })
  const ids = [randomUUID(), randomUUID(), randomUUID()]
  const answer = (asked: string | undefined) => [{ asked, theSame: 'always', isOne: true }]

  const [first, ...others] = await inTransaction(db, (tx) =>
    Promise.all(ids.map((id) => about(tx, id))),
  )
  deepEqual(first, answer(ids[0]))
  deepEqual(others, [answer(ids[1]), answer(ids[2])])
  deepEqual(await inTransaction(db, (tx) => about(tx, ids[1] ?? '')), answer(ids[1]))
  equal(times, 1)
})
