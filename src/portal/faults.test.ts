import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { LANGUAGES } from '#core/language.ts'
import { createPortal } from '#portal/app.tsx'
import { ANA, fillIn, pdf } from '#test/ana.ts'
import { house } from '#test/house.ts'
import { cuttablePortal, portalWithoutKeys } from '#test/other-database.ts'
import { rawPost } from '#test/raw-request.ts'
import type { Form } from '#test/visitor.ts'

const ASSETS = join(resolve(import.meta.dirname, '..', '..'), 'build', 'assets')
const PERSON = ANA['person'] as Form

/** The form that a page carries, as the browser would send it again. */
function formOn(page: string): { readonly action: string; readonly form: Form } {
  const form = /<form method="post" action="(\/en\/applications[^"]*)">([\s\S]*?)<\/form>/.exec(
    page,
  )
  const fields = [...(form?.[2] ?? '').matchAll(/name="([^"]*)" value="([^"]*)"/g)]
  const kept: Record<string, string[]> = {}
  for (const [, name = '', value = ''] of fields) kept[name] = [...(kept[name] ?? []), value]
  return { action: form?.[1] ?? '', form: kept }
}

test('while the database is gone every form waits on its page, and is saved by one press later', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await fillIn(ana, { files: [] })
  const path = `/en/applications/${id}`
  const { as, cut, mend } = await cuttablePortal(t, built)
  const portal = as(ana)
  equal((await portal.get(path)).status, 200)

  await cut()
  const changed = { ...PERSON, surname: 'Ferreira Ağayəv', version: '1' }
  const busy = await portal.post(`${path}/answers/person`, changed)
  equal(busy.status, 503)
  equal(busy.headers.get('retry-after'), '10')
  const page = await busy.text()
  match(page, /Nothing is lost: what you typed is kept on this page/)
  ok(!page.includes('href="/en/sign-in"'), 'she may be signed in')
  for (const get of [path, `${path}/check`, '/en/applications', '/en/who-looked']) {
    const gone = await portal.get(get)
    equal(gone.status, 503, get)
    ok((await gone.text()).includes(`href="${get}"`), get)
  }
  const button = await portal.post(`${path}/withdraw`)
  const { action: withdraw } = formOn(await button.text())
  equal(withdraw, `${path}/withdraw`, 'a button without fields can be pressed again')
  const upload = await portal.upload(`${path}/documents`, { kind: 'cv' }, [pdf()])
  equal(upload.status, 503)
  ok((await upload.text()).includes(`href="${path}/documents"`))

  ok(!page.includes('Русский'), 'another language would lose what was typed')
  ok((await (await portal.get(path)).text()).includes('Русский'))
  const told = built.logged.filter((line) => line.includes('could not answer'))
  equal(told.length, 1, 'however many could not be answered')

  await mend()
  const { action, form } = formOn(page)
  const saved = await portal.post(action, form)
  equal(saved.status, 303)
  const again = await (await portal.get(`${path}/answers/person`)).text()
  ok(again.includes('value="Ferreira Ağayəv"') && again.includes('name="version" value="2"'))
})

test('without the store of keys nothing that is sealed is shown or written, and the form is kept', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const path = `/en/applications/${await fillIn(ana, { files: [] })}`
  const portal = portalWithoutKeys(t, built)(ana)

  equal((await portal.get('/en/applications')).status, 200, 'nothing there is sealed')
  for (const get of [path, `${path}/check`, `${path}/answers/person`]) {
    equal((await portal.get(get)).status, 503, get)
  }
  const changed = { ...PERSON, surname: 'Ferreira Ağayəv', version: '1' }
  const busy = await portal.post(`${path}/answers/person`, changed)
  equal(busy.status, 503)
  const { action, form } = formOn(await busy.text())
  equal((await ana.post(action, form)).status, 303)
  match(await (await ana.get(`${path}/answers/person`)).text(), /Ferreira Ağayəv/)
})

test('while the disk of the database is full a form waits on its page as well', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const path = `/en/applications/${await fillIn(ana, { files: [] })}`
  await sql`
    create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'no space left' using errcode = 'disk_full'; end $$`.execute(built.db)
  await sql`
    create trigger full_disk before update on answer execute function full_disk()`.execute(built.db)

  const changed = { ...PERSON, surname: 'Ferreira Ağayəv', version: '1' }
  const busy = await ana.post(`${path}/answers/person`, changed)
  equal(busy.status, 503)
  const page = await busy.text()
  match(page, /Nothing is lost: what you typed is kept on this page/)
  ok(built.logged.some((line) => line.includes('53100')))

  await sql`drop function full_disk cascade`.execute(built.db)
  const { action, form } = formOn(page)
  equal((await ana.post(action, form)).status, 303)
})

test('what is too large, strange or absent has a page in every language, and never a fault', async (t) => {
  const built = await house(t)
  const { portal, logged } = built
  for (const language of LANGUAGES) {
    const absent = await portal.get(`/${language}/no-such-page`)
    equal(absent.status, 404)
    ok((await absent.text()).includes(`<html lang="${language}"`))
    const strange = await portal.post(
      `/${language}/applications`,
      {},
      { origin: 'http://evil.test' },
    )
    equal(strange.status, 403)
    ok((await strange.text()).includes(`<html lang="${language}"`))
    const large = await portal.post(`/${language}/applications`, { x: 'x'.repeat(3_000_000) })
    equal(large.status, 413)
    ok((await large.text()).includes(`<html lang="${language}"`))
  }
  for (const path of ['/xx', '/EN', '/%00', '/%ff', '/en/%2e%2e/%2e%2e/etc']) {
    equal((await portal.get(path)).status, 404, path)
  }
  equal(logged.length, 0)
})

test('an address with a slash at its end leads to the page without it, and to no other host', async (t) => {
  const { portal, faces } = await house(t)
  for (const [typed, meant] of [
    ['/en/', '/en'],
    ['/az/criteria/?x=1', '/az/criteria?x=1'],
    ['/en/no-such-page//', '/en/no-such-page'],
  ] as const) {
    const answer = await portal.get(typed)
    deepEqual([answer.status, answer.headers.get('location')], [308, meant])
  }
  const { portalUrl } = faces.portal
  const odd = await createPortal(faces.portal, ASSETS).fetch(
    new Request(`${portalUrl}//evil.test/`),
  )
  equal(odd.status, 404)
  equal((await portal.post('/en/sign-in/', {})).status, 404)
})

test('whoever opened the site by another address is led to its own, and one from elsewhere is not', async (t) => {
  const { faces } = await house(t)
  const { portalUrl } = faces.portal
  const portal = createPortal(faces.portal, ASSETS)
  const post = async (at: string, origin: string, site = 'same-origin') => {
    const headers = { origin, 'sec-fetch-site': site }
    const address = new URL('/en/sign-in?next=%2Fen%2Fapplications', at)
    const answer = await portal.fetch(new Request(address, { method: 'POST', headers }))
    equal(answer.status, 403)
    return answer.text()
  }

  const wrong = await post('http://127.0.0.1:3000', 'http://127.0.0.1:3000')
  match(wrong, /This site has another address/)
  const own = `${portalUrl}/en/sign-in?next=%2Fen%2Fapplications`
  ok(wrong.includes(`href="${own}"`))
  for (const [origin, site] of [
    ['http://evil.test', 'cross-site'],
    ['null', 'cross-site'],
    ['http://127.0.0.1:3000', 'cross-site'],
  ] as const) {
    const foreign = await post('http://127.0.0.1:3000', origin, site)
    match(foreign, /We could not accept this form/)
    equal(foreign.includes(own), false)
  }
})

test('a fault of ours is told with a number that is in the log, and with nothing else of it', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await fillIn(ana, { files: [] })
  await built.db
    .updateTable('answer')
    .set({ sealed: Buffer.from('broken') })
    .execute()

  const fault = await ana.get(`/en/applications/${id}`)

  equal(fault.status, 500)
  const page = await fault.text()
  const number = /tell us this number:\s*<strong>([^<]+)<\/strong>/.exec(page)?.[1] ?? 'none'
  ok(built.logged.some((line) => line.includes(number)))
  ok(!page.includes('seal') && !page.includes('.ts'))
})

test('a form in parts that no page of ours sends is refused on every form, never a fault', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await fillIn(ana, { files: [] })
  const own = `/en/applications/${id}`
  const forms = ['/en/sign-in', '/en/register', '/en/forgotten-password', '/en/verify']
  const owns = [`${own}/answers/person`, `${own}/submit`, `${own}/withdraw`, `${own}/discard`]
  for (const path of [...forms, ...owns]) {
    const body = '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na'
    const answer = await rawPost(built, ana, {
      path,
      type: 'multipart/form-data; boundary=x',
      body,
    })
    equal(answer.status, 400, path)
    const page = await answer.text()
    match(page, /This form reached us broken[\s\S]*send it again/)
    ok(!/>\s*Create an account\s*</.test(page), 'she is signed in')
  }
  equal(built.logged.filter((line) => line.includes('portal fault')).length, 0)
})
