import { randomUUID } from 'node:crypto'
import { whoIs } from '#core/answers/asked-of.ts'
import { Hono } from 'hono'
import { offerOf, offersLeft, offersOf, type Offer } from '#core/answers/ahead.ts'
import type { Item, Values } from '#core/answers/answers.ts'
import { toldToApplicant } from '#core/answers/applicants.ts'
import { blockOf } from '#core/answers/asked.ts'
import type { Problem } from '#core/answers/check.ts'
import { nextToAnswer } from '#core/answers/gaps.ts'
import { typedFrom, valuesIn } from '#core/answers/read.ts'
import { first, type Typed } from '#core/answers/typed.ts'
import { assert } from '#core/assert.ts'
import { isDraft } from '#core/cases/filing.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import { isId } from '#core/id.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import type { Block } from '#core/policy/case-type.ts'
import { askedOf as askedIn, typedOf } from '#platform/typed.ts'
import { sourcedAnswers, sourcedOffer } from '#portal/ahead.ts'
import { isFresh, judged, NEW_ITEM, type Kept, type Meanwhile } from '#portal/block/form.ts'
import { BlockFormPage, ClosedPage, ItemsPage, RemovePage } from '#portal/block/page.tsx'
import { blockWords } from '#portal/block/words.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import { ownAnswers, type OwnAnswers } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { portalWords } from '#portal/words.ts'
import { wordingOf } from '#portal/wording.ts'
import { saveBlock } from '#records/answers.ts'
import { actUntilOfAge } from '#records/taking-over.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done } from '#telling/done.tsx'

/** The answers of a draft, block by block. Once submitted they are changed by correction only. */
export const blockRoute = new Hono<PortalEnv>()

const EVERY = [paths.block, paths.newItem, paths.item, paths.removeItem]
for (const { pattern } of EVERY) blockRoute.use(pattern, signedInOnly)

blockRoute.get(paths.block.pattern, (c) =>
  withBlock(c, (place) => {
    const { block, items } = place
    if (block.repeats) return c.render(itemsPage(c, place))
    const [item] = items
    if (item) {
      const typed = typedFrom(block, item.values)
      return c.render(formPage(c, place, { typed, action: paths.block, itemId: '' }))
    }
    const offer = offerOf(block, place.own.ahead)
    return c.render(formPage(c, place, { ...offered(block, offer), action: paths.block }))
  }),
)

blockRoute.post(paths.block.pattern, (c) =>
  withBlock(c, async (place, tx) => {
    const typed = await typedOf(c.req)
    if (!place.block.repeats) return saveItem(c, tx, { place, typed, itemId: '', to: paths.block })
    if (place.isAnswered) return done(c, onFrom(c, place, place.items), 'saved', place.block.code)
    if (!isFresh(place, typed)) return c.render(itemsPage(c, place, true), 409)
    await save(c, tx, place, place.items)
    return done(c, onFrom(c, place, place.items), 'saved', place.block.code)
  }),
)

blockRoute.get(paths.newItem.pattern, (c) =>
  withBlock(c, (place) => {
    if (isFull(place)) return c.redirect(listOf(c, place), 303)
    const { block, own } = place
    const wanted = askedIn(c.req, OFFERED)
    const offers = /^\d{1,3}$/.test(wanted) ? offersOf(block, own.ahead) : []
    const offer = offers[Number(wanted)] ?? NO_OFFER
    return c.render(formPage(c, place, { ...offered(block, offer), action: paths.newItem }))
  }),
)

blockRoute.post(paths.newItem.pattern, (c) =>
  withBlock(c, async (place, tx) => {
    if (!place.block.repeats) return c.notFound()
    return saveItem(c, tx, { place, typed: await typedOf(c.req), itemId: '', to: paths.newItem })
  }),
)

blockRoute.get(paths.item.pattern, (c) =>
  withItem(c, (place, item) => {
    const typed = typedFrom(place.block, item.values)
    return c.render(formPage(c, place, { typed, action: paths.item, itemId: item.id }))
  }),
)

blockRoute.post(paths.item.pattern, (c) =>
  withBlock(c, async (place, tx) => {
    if (!place.block.repeats) return c.notFound()
    const itemId = c.req.param('item') ?? ''
    return saveItem(c, tx, { place, typed: await typedOf(c.req), itemId, to: paths.item })
  }),
)

blockRoute.get(paths.removeItem.pattern, (c) =>
  withItem(c, (place, item) => c.render(removePage(c, place, item))),
)

blockRoute.post(paths.removeItem.pattern, (c) =>
  withBlock(c, async (place, tx) => {
    const { block, items } = place
    if (!block.repeats) return c.notFound()
    const item = items.find(({ id }) => id === c.req.param('item'))
    // Gone already, by a second press.
    if (!item) return done(c, listOf(c, place), 'removed', block.code)
    if (!isFresh(place, await typedOf(c.req)))
      return c.render(removePage(c, place, item, true), 409)
    await save(
      c,
      tx,
      place,
      items.filter(({ id }) => id !== item.id),
    )
    return done(c, listOf(c, place), 'removed', block.code)
  }),
)

/** Which of the things that registers know a new entry begins with. */
const OFFERED = 'offered'
const NO_OFFER: Offer = { values: {}, from: [] }

/** A form that begins with what is known. */
const offered = (block: Block, offer: Offer) => ({
  typed: typedFrom(block, offer.values),
  itemId: '',
  offer,
})

type Place = Kept & {
  readonly own: OwnAnswers
  readonly isAnswered: boolean
  /** What nobody has to write in it. */
  readonly known: Values
}

/** The block of the address, in a draft of the person who asks; anything else reads as absent. */
function withBlock(
  c: PortalContext,
  then: (place: Place, tx: Tx) => Response | Promise<Response>,
): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const isPost = c.req.method === 'POST'
    const own = await ownAnswers(c, tx, { hold: isPost })
    const block = own && blockOf(own.description.type, c.req.param('block') ?? '')
    if (!own || !block || !isId(c.req.param('item') ?? own.found.standing.id)) {
      return c.notFound()
    }
    if (!isDraft(own.found.standing, own.description.type)) {
      const back = backTo(c, { own })
      if (!isPost) return c.redirect(back, 303)
      return c.render(<ClosedPage view={viewOf(c)} block={block} back={back} />, 409)
    }
    const kept = own.kept.answers[block.code]
    const version = own.kept.versions[block.code] ?? 0
    const known = own.known[block.code] ?? {}
    const isAnswered = kept !== undefined
    return then({ own, block, items: kept ?? [], version, isAnswered, known }, tx)
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
  readonly itemId: string
  readonly to: FormAddress
}
type FormAddress = typeof paths.block | typeof paths.newItem | typeof paths.item

async function saveItem(c: PortalContext, tx: Tx, { place, typed: sent, itemId, to }: Saving) {
  const { block, own, known } = place
  const typed = { ...sent, ...typedFrom(block, known) }
  const near = { type: own.description.type, ...filledOf(c, own) }
  const form = { typed, action: to, itemId }
  if (isForAnotherLanguage(typed)) {
    return c.render(formPage(c, place, { ...form, version: first(typed, 'version') }))
  }
  const after = (items: readonly Item[]) =>
    block.repeats ? listOf(c, place) : onFrom(c, place, items)
  const deed = to === paths.newItem ? 'added' : 'saved'
  const judgement = judged(place, { typed, itemId }, near)
  switch (judgement.verdict) {
    case 'wrong': {
      // Mending it saves nothing over another device: the version stays the one it was made from.
      const version = first(typed, 'version')
      return c.render(formPage(c, place, { ...form, problems: judgement.problems, version }), 400)
    }
    case 'stale': {
      const { meanwhile } = judgement
      // What was removed there cannot be changed here, but added again.
      const action = itemId !== '' && meanwhile.items.length === 0 ? paths.newItem : to
      return c.render(formPage(c, place, { ...form, action, meanwhile }), 409)
    }
    case 'full':
      return c.render(formPage(c, place, { ...form, full: true }), 409)
    case 'saved-already':
      return done(c, after(place.items), deed, block.code)
    case 'fits':
      await save(c, tx, place, judgement.items)
      return done(c, after(judgement.items), deed, block.code)
  }
}

async function save(
  c: PortalContext,
  tx: Tx,
  { own, block, version }: Place,
  items: readonly Item[],
): Promise<void> {
  const { standing, key, partyId } = own.found
  const at = c.var.house.clock.now()
  const saving = { caseId: standing.id, partyId, block, items, version, key, at }
  assert(await saveBlock(tx, saving), 'a held case is not saved by anybody else')
  const born = block.fields.find(({ means }) => means === 'birth-date')?.code
  const birthDate = born === undefined ? undefined : items[0]?.values[born]
  const isOther = partyId !== c.var.applicant.partyId
  if (isOther && typeof birthDate === 'string' && isPartialDate(birthDate)) {
    await actUntilOfAge(tx, { caseId: standing.id, partyId, birthDate, at })
  }
}

type Form = {
  readonly typed: Typed
  readonly action: FormAddress
  readonly itemId: string
  readonly problems?: readonly Problem[]
  /** The version the form was made from, where it is not the one of now. */
  readonly version?: string
  readonly meanwhile?: Meanwhile
  readonly full?: boolean
  /** What it was filled in with. */
  readonly offer?: Offer
}

function formPage(c: PortalContext, place: Place, form: Form) {
  const { own, block } = place
  const { language } = c.var
  const { address: id } = own
  const address = { id, block: block.code, item: form.itemId }
  const { typed, problems = [], version = String(place.version), meanwhile, full = false } = form
  const entry = entryOf(place, form.itemId)
  const values = valuesIn(block, typed, own.kept.answers)
  const sourced = form.offer
    ? sourcedOffer(c, block, form.offer)
    : sourcedAnswers(c, { block, values, own })
  return (
    <BlockFormPage
      view={viewOf(c)}
      id={id}
      block={block}
      version={version}
      asking={{ typed, problems, sourced, known: place.known, ...askingOf(c, own) }}
      isFilled={form.offer !== undefined && form.offer.from.length > 0}
      action={form.action.to(language, address)}
      itemId={form.itemId}
      isSaved={c.req.method !== 'POST'}
      {...(form.action === paths.newItem ? { newItem: newItemOf(typed) } : {})}
      {...(entry === 0 ? {} : { entry })}
      back={block.repeats ? listOf(c, place) : backTo(c, place)}
      parts={backTo(c, place)}
      button={block.repeats ? blockWords[language].saveItem : portalWords[language].goOn}
      full={full}
      {...(meanwhile ? { meanwhile } : {})}
    />
  )
}

const newItemOf = (typed: Typed): string => first(typed, NEW_ITEM) || randomUUID()

function itemsPage(c: PortalContext, place: Place, isStale = false) {
  const { own, block, items, isAnswered } = place
  const asking = { typed: {}, problems: [], ...askingOf(c, own) }
  const [id, version] = [own.address, String(place.version)]
  const add = paths.newItem.to(c.var.language, { id, block: block.code })
  const offers = isFull(place) ? [] : offersLeft(block, items, own.ahead)
  return (
    <ItemsPage
      view={viewOf(c)}
      {...{ id, block, items, asking, version, isAnswered, isStale }}
      offers={offers.map((offer) => ({
        values: offer.values,
        sources: sourcedOffer(c, block, offer).sources,
        href: `${add}?${OFFERED}=${offer.place}`,
      }))}
    />
  )
}

function removePage(c: PortalContext, place: Place, item: Item, isStale = false) {
  const { own, block } = place
  const asking = { typed: {}, problems: [], ...askingOf(c, own) }
  const [id, version] = [own.address, String(place.version)]
  const entry = entryOf(place, item.id)
  return <RemovePage view={viewOf(c)} {...{ id, block, item, entry, version, asking, isStale }} />
}

/** What every question of the case is drawn with. */
const askingOf = (c: PortalContext, own: OwnAnswers) => ({
  type: own.description.type,
  wording: wordingOf(c, own.description),
  whose: own.found.several ? nameOfPart(own, c.var.language) : undefined,
})

/** The place of an entry in its list, from 1; 0 is none. */
const entryOf = ({ items }: Place, itemId: string): number =>
  items.findIndex(({ id }) => id === itemId) + 1

const isFull = ({ block, items }: Place): boolean =>
  !block.repeats || items.length >= block.itemsMax

/** Where a saved block leads: to the list that tells of its answers, or to the next to answer. */
function onFrom(c: PortalContext, { own, block }: Place, items: readonly Item[]): string {
  const { type } = own.description
  const filled = filledOf(c, own)
  const answers = { ...filled.answers, [block.code]: items }
  const told = toldToApplicant(type, answers, filled.on)
  const next = nextToAnswer(type, { ...filled, answers }, block)
  if (!next || told.some(({ when }) => when.block === block.code)) return backTo(c, { own })
  return paths.block.to(c.var.language, { id: own.address, block: next.code })
}

const filledOf = (c: PortalContext, { kept, description, found, ahead }: OwnAnswers) => ({
  answers: kept.answers,
  ahead,
  who: whoIs(description.type, found, found.partyId),
  on: c.var.house.clock.today(),
  fields: fieldsOf(description).map(({ code }) => code),
})

const backTo = (c: PortalContext, { own }: Pick<Place, 'own'>): string =>
  paths.application.to(c.var.language, { id: own.address })

const listOf = (c: PortalContext, { own, block }: Place): string =>
  paths.block.to(c.var.language, { id: own.address, block: block.code })
