import { deepEqual, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { ANA, fillIn, isList, pdf, png } from '#test/ana.ts'
import { house } from '#test/house.ts'

async function atHerDocuments(t: TestContext) {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await fillIn(ana, { files: [] })
  const path = `/en/applications/${id}/documents`
  const send = (kind: string, name: string) => ana.upload(path, { kind }, [pdf(name)])
  const page = async (query = '') => (await ana.get(`${path}${query}`)).text()
  const rows = () => built.db.selectFrom('document').selectAll().orderBy('addedAt').execute()
  return { built, ana, id, path, send, page, rows }
}

const sectionOf = (page: string, kind: string): string =>
  new RegExp(`<section id="kind-${kind}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? ''

const titleOf = (page: string): string => /<title>([^<]*)</.exec(page)?.[1] ?? ''

test('each document says which formats it may have, and its field offers no other', async (t) => {
  const { page } = await atHerDocuments(t)
  const shown = await page()
  match(sectionOf(shown, 'photo'), /Formats: JPEG, PNG\.[\s\S]*accept="\.jpg,\.jpeg,\.png"/)
  match(sectionOf(shown, 'cv'), /Formats: PDF\./)
})

test('of many removed files the last is in sight and the others are folded', async (t) => {
  const { built, ana, path, send, page, rows } = await atHerDocuments(t)
  for (const name of ['one.pdf', 'two.pdf', 'three.pdf']) {
    await send('diploma', name)
    built.clock.advance(1000)
  }
  for (const { id } of (await rows()).toReversed()) {
    await ana.post(`${path}/${id}/remove`)
    built.clock.advance(1000)
  }
  const [seen = '', folded = ''] = sectionOf(await page(), 'diploma').split('<details')
  const removedIn = (text: string) => [...text.matchAll(/<s>([^<]*)</g)].map(([, name]) => name)
  deepEqual([removedIn(seen), removedIn(folded)], [['one.pdf'], ['two.pdf', 'three.pdf']])
  match(folded, /Removed earlier: 2/)
})

test('what was done, and what is wrong, names the document', async (t) => {
  const { ana, path, page, send, rows } = await atHerDocuments(t)
  const done = await (await ana.follow(await send('diploma', 'a.pdf'))).text()
  match(titleOf(done), /^File uploaded: Diploma[^:]*: Your documents/)
  match(done, /govuk-notification-banner__content[\s\S]{0,200}File uploaded: Diploma/)
  const [row] = await rows()
  match(
    await (await ana.follow(await ana.post(`${path}/${row?.id}/remove`))).text(),
    /Removed: Diploma/,
  )
  const wrong = await (await ana.upload(path, { kind: 'cv' }, [png()])).text()
  match(wrong, /<a href="#file-cv">[^<:]+: We cannot accept this format/)
  ok(!(await page('?done=removed&of=forged')).includes('forged'))
  match(await page('?done=removed&of=no-such'), /<title>Removed: Your documents/)
})

test('to replace a file says so as the page opens', async (t) => {
  const { page, send, rows } = await atHerDocuments(t)
  await send('diploma', 'old.pdf')
  const shown = await page(`?replace=${(await rows())[0]?.id}`)
  match(titleOf(shown), /^Choose a file to take the place of old\.pdf – /)
})

test('what was saved is named where the answers are listed', async (t) => {
  const { ana, id } = await atHerDocuments(t)
  const [block, form] = Object.entries(ANA).find(([, each]) => !isList(each)) ?? []
  ok(block !== undefined && form !== undefined && !isList(form))
  const saved = await ana.post(`/en/applications/${id}/answers/${block}`, { ...form, version: '1' })
  match(saved.headers.get('location') ?? '', new RegExp(`done=saved&of=${block}$`))
  match(titleOf(await (await ana.follow(saved)).text()), /^Saved: [^:]+: /)
})
