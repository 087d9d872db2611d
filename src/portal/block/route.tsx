import { Hono } from 'hono'
import { randomUUID } from 'node:crypto'
import type { Item } from '#core/answers/answers.ts'
import { blockOf } from '#core/answers/asked.ts'
import { problemsOf, type Problem } from '#core/answers/check.ts'
import type { Block } from '#core/policy/application-type.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { first, typedFrom, typedOf, valuesIn, type Typed } from '#portal/answer-form.ts'
import { BlockFormPage, ItemsPage, RemovePage } from '#portal/block/page.tsx'
import { blockWords } from '#portal/block/words.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { portalWords } from '#portal/words.ts'
import { wordingOf } from '#portal/wording.ts'
import { saveBlock } from '#records/answers.ts'

/** The answers of a draft, block by block. Once submitted they are changed by correction only. */
export const blockRoute = new Hono<PortalEnv>()

const EVERY = [paths.block, paths.newItem, paths.item, paths.removeItem]
for (const { pattern } of EVERY) blockRoute.use(pattern, signedInOnly)

blockRoute.get(paths.block.pattern, (c) =>
  withBlock(c, (place) => {
    const { block, items } = place
    if (block.repeats) return c.html(itemsPage(c, place))
    const typed = typedFrom(block, items[0]?.values ?? {})
    return c.html(formPage(c, place, { typed, action: paths.block, itemId: '' }))
  }),
)

blockRoute.post(paths.block.pattern, (c) =>
  withBlock(c, async (place, tx) => {
    const typed = await typedOf(c.req)
    if (!place.block.repeats) return saveItem(c, tx, { place, typed, itemId: '', to: paths.block })
    const saved = place.isAnswered || (await save(c, tx, { place, typed, items: place.items }))
    return saved ? c.redirect(backTo(c, place), 303) : c.html(itemsPage(c, place), 409)
  }),
)

blockRoute.get(paths.newItem.pattern, (c) =>
  withBlock(c, (place) => {
    if (isFull(place)) return c.redirect(listOf(c, place), 303)
    return c.html(formPage(c, place, { typed: {}, action: paths.newItem, itemId: '' }))
  }),
)

blockRoute.post(paths.newItem.pattern, (c) =>
  withBlock(c, async (place, tx) => {
    if (isFull(place)) return c.redirect(listOf(c, place), 303)
    return saveItem(c, tx, { place, typed: await typedOf(c.req), itemId: '', to: paths.newItem })
  }),
)

blockRoute.get(paths.item.pattern, (c) =>
  withItem(c, (place, item) => {
    const typed = typedFrom(place.block, item.values)
    return c.html(formPage(c, place, { typed, action: paths.item, itemId: item.id }))
  }),
)

blockRoute.post(paths.item.pattern, (c) =>
  withBlock(c, async (place, tx) => {
    const itemId = c.req.param('item') ?? ''
    return saveItem(c, tx, { place, typed: await typedOf(c.req), itemId, to: paths.item })
  }),
)

blockRoute.get(paths.removeItem.pattern, (c) =>
  withItem(c, (place, item) => {
    const { own, block, version } = place
    const asking = { typed: {}, problems: [], wording: wordingOf(c, own.description) }
    const id = own.found.application.id
    return c.html(<RemovePage view={viewOf(c)} {...{ id, block, item, version, asking }} />)
  }),
)

blockRoute.post(paths.removeItem.pattern, (c) =>
  withBlock(c, async (place, tx) => {
    const items = place.items.filter((item) => item.id !== c.req.param('item'))
    const saved = await save(c, tx, { place, typed: await typedOf(c.req), items })
    return saved ? c.redirect(listOf(c, place), 303) : c.html(itemsPage(c, place), 409)
  }),
)

type Place = {
  readonly own: OwnCase
  readonly block: Block
  readonly items: readonly Item[]
  readonly version: number
  readonly isAnswered: boolean
}

/** The block of the address, in a draft of the person who asks; anything else reads as absent. */
function withBlock(
  c: PortalContext,
  then: (place: Place, tx: Tx) => Response | Promise<Response>,
): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx, { hold: c.req.method === 'POST' })
    const block = own && blockOf(own.description.type, c.req.param('block') ?? '')
    if (!own || !block) return c.notFound()
    if (own.found.application.state !== 'draft') return c.redirect(backTo(c, { own }), 303)
    const kept = own.kept.answers[block.code]
    const version = own.kept.versions[block.code] ?? 0
    return then({ own, block, items: kept ?? [], version, isAnswered: kept !== undefined }, tx)
  })
}

function withItem(
  c: PortalContext,
  then: (place: Place, item: Item) => Response | Promise<Response>,
) {
  return withBlock(c, (place) => {
    const item = place.items.find((each) => each.id === c.req.param('item'))
    return item && place.block.repeats ? then(place, item) : c.notFound()
  })
}

type Saving = {
  readonly place: Place
  readonly typed: Typed
  /** Empty for a new item, and for the only item of a block that does not repeat. */
  readonly itemId: string
  readonly to: FormAddress
}
type FormAddress = typeof paths.block | typeof paths.newItem | typeof paths.item

async function saveItem(c: PortalContext, tx: Tx, { place, typed, itemId, to }: Saving) {
  const { block, items, own } = place
  const { answers } = own.kept
  const values = valuesIn(block, typed, answers)
  const fields = own.description.rules.fields.map(({ code }) => code)
  const problems = problemsOf(block, values, { answers, on: c.var.house.clock.today(), fields })
  const form = { typed, action: to, itemId, problems }
  if (problems.length > 0) return c.html(formPage(c, place, form), 400)

  const id = itemId || (block.repeats ? randomUUID() : (items[0]?.id ?? randomUUID()))
  const known = items.some((item) => item.id === id)
  const changed = known
    ? items.map((item) => (item.id === id ? { id, values } : item))
    : [...items, { id, values }]
  const stillThere = itemId === '' || known
  if (!stillThere || !(await save(c, tx, { place, typed, items: changed }))) {
    const meanwhile = items.find((item) => item.id === id) ?? 'removed'
    return c.html(formPage(c, place, { ...form, meanwhile }), 409)
  }
  return c.redirect(block.repeats ? listOf(c, place) : backTo(c, place), 303)
}

/** A form made from an older version is not saved over a newer one. */
async function save(
  c: PortalContext,
  tx: Tx,
  {
    place,
    typed,
    items,
  }: {
    readonly place: Place
    readonly typed: Typed
    readonly items: readonly Item[]
  },
): Promise<boolean> {
  const { own, block, version } = place
  if (first(typed, 'version') !== String(version)) return false
  const { application, key } = own.found
  const at = c.var.house.clock.now()
  return saveBlock(tx, { applicationId: application.id, block, items, version, key, at })
}

type Form = {
  readonly typed: Typed
  readonly action: FormAddress
  readonly itemId: string
  readonly problems?: readonly Problem[]
  readonly meanwhile?: Item | 'removed'
}

function formPage(c: PortalContext, place: Place, form: Form) {
  const { own, block, version } = place
  const { language } = c.var
  const id = own.found.application.id
  const address = { id, block: block.code, item: form.itemId }
  return (
    <BlockFormPage
      view={viewOf(c)}
      id={id}
      block={block}
      version={version}
      asking={{
        typed: form.typed,
        problems: form.problems ?? [],
        wording: wordingOf(c, own.description),
      }}
      action={form.action.to(language, address)}
      back={block.repeats ? listOf(c, place) : backTo(c, place)}
      button={block.repeats ? blockWords[language].saveItem : portalWords[language].goOn}
      {...(form.meanwhile === undefined ? {} : { savedMeanwhile: form.meanwhile })}
    />
  )
}

function itemsPage(c: PortalContext, place: Place) {
  const { own, block, items, version, isAnswered } = place
  const asking = { typed: {}, problems: [], wording: wordingOf(c, own.description) }
  const id = own.found.application.id
  return <ItemsPage view={viewOf(c)} {...{ id, block, items, asking, version, isAnswered }} />
}

const isFull = ({ block, items }: Place): boolean =>
  !block.repeats || items.length >= block.itemsMax

const backTo = (c: PortalContext, { own }: Pick<Place, 'own'>): string =>
  paths.application.to(c.var.language, { id: own.found.application.id })

const listOf = (c: PortalContext, { own, block }: Place): string =>
  paths.block.to(c.var.language, { id: own.found.application.id, block: block.code })
