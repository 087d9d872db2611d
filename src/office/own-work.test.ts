import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { onDay } from '#test/case-rows.ts'
import { house } from '#test/house.ts'
import { filled, numbersIn, pagesOf } from '#test/listed-cases.ts'
import { PAGE_ROWS } from '#office/work/queries.ts'

const OFFICER = 'officer@kecid.example'

test('of a case in which several things wait there is one line, and a page is of so many cases', async (t) => {
  const here = await house(t)
  await filled(here, { days: Array.from({ length: PAGE_ROWS }, () => null) })
  await filled(here, { days: [null], prefix: 'LIST-2' })
  const cases = await here.db.selectFrom('caseFile').select(['id', 'number']).execute()
  const due = (caseId: string, step: string, dueOn: string) => ({
    id: randomUUID(),
    caseId,
    kind: 'next-move',
    step,
    ownerRole: 'case-officer',
    dueOn,
    counted: JSON.stringify(onDay(dueOn)),
    state: 'open',
    openedBy: randomUUID(),
  })
  const last = cases.filter(({ number }) => number?.startsWith('LIST-2'))
  const others = cases.filter(({ number }) => number?.startsWith('LIST-2') === false)
  const twice = others.flatMap(({ id }) => [
    due(id, 'return', '2026-04-01'),
    due(id, 'refer', '2026-04-02'),
  ])
  await here.db.insertInto('task').values(twice).execute()
  const officer = await here.office(OFFICER)
  const pages = () => pagesOf(officer, '/en?list=mine')

  const whole = await pages()
  deepEqual(
    whole.map((page) => numbersIn(page).length),
    [PAGE_ROWS],
    'a page that holds all has no next',
  )
  ok(whole[0]?.includes(`(${PAGE_ROWS})`))
  await here.db
    .insertInto('task')
    .values(last.map(({ id }) => due(id, 'return', '2026-04-03')))
    .execute()
  const more = await pages()
  deepEqual(
    more.map((page) => numbersIn(page).length),
    [PAGE_ROWS, 1],
  )
  equal(new Set(more.flatMap(numbersIn)).size, PAGE_ROWS + 1)
})
