import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ANA_FILES, fillIn, pdf, submitted } from '#test/ana.ts'
import { photoOfPhone } from '#test/files/pictures.ts'
import { house, type TestHouse } from '#test/house.ts'

const OFFICER = 'officer@kecid.example'

const documentsOf = ({ db }: TestHouse, id: string) =>
  db.selectFrom('document').selectAll().where('caseId', '=', id).execute()

test('a document that was sent in opens as it is, and the look is written down', async (t) => {
  const here = await house(t)
  const { id } = await submitted(await here.signedUpApplicant())
  const officer = await here.office(OFFICER)
  const diploma = (await documentsOf(here, id)).find(({ kind }) => kind === 'diploma')

  const answer = await officer.get(`/en/cases/${id}/documents/${diploma?.id}`)

  equal(answer.status, 200)
  const sent = ANA_FILES.find(([kind]) => kind === 'diploma')?.[1].bytes
  deepEqual(new Uint8Array(await answer.arrayBuffer()), new Uint8Array(sent ?? []))
  const looks = await here.db.selectFrom('look').selectAll().execute()
  deepEqual(
    looks.map(({ page, caseId }) => [page, caseId]),
    [['document', id]],
  )
})

test('a document is shown in a page that may do nothing', async (t) => {
  const here = await house(t)
  const { id } = await submitted(await here.signedUpApplicant())
  const officer = await here.office(OFFICER)

  for (const { id: document, media, bytes, shownBytes } of await documentsOf(here, id)) {
    const { headers } = await officer.get(`/en/cases/${id}/documents/${document}`)
    equal(headers.get('content-type'), media === 'pdf' ? 'application/pdf' : 'image/jpeg')
    equal(headers.get('content-length'), String(shownBytes ?? bytes))
    equal(headers.get('x-content-type-options'), 'nosniff')
    equal(headers.get('cache-control'), 'no-store')
    const policy = headers.get('content-security-policy') ?? ''
    ok(policy.includes("default-src 'none'") && /\bsandbox\s*(;|$)/.test(policy), policy)
    equal(policy.includes('allow-'), false)
  }
})

test('of a picture the clean copy is shown, and what was sent is there as evidence', async (t) => {
  const here = await house(t)
  const photo = await photoOfPhone()
  const sent = { field: 'file', name: 'me.jpg', type: 'image/jpeg', bytes: photo }
  const files = ANA_FILES.map(([kind, file]) => [kind, kind === 'photo' ? sent : file] as const)
  const { id } = await submitted(await here.signedUpApplicant(), { files })
  const officer = await here.office(OFFICER)
  const found = (await documentsOf(here, id)).find(({ kind }) => kind === 'photo')
  const place = `/en/cases/${id}/documents/${found?.id}`

  const shown = await officer.get(place)
  const bytes = Buffer.from(await shown.arrayBuffer())
  ok(bytes.length > 0 && !bytes.includes('Model of Ana') && !bytes.includes('Exif'))
  ok(shown.headers.get('content-disposition')?.startsWith('inline'))

  const page = await (await officer.get(`/en/cases/${id}`)).text()
  ok(page.includes(`href="${place}?original=yes"`))
  const original = await officer.get(`${place}?original=yes`)
  ok(Buffer.from(await original.arrayBuffer()).equals(photo))
  ok(original.headers.get('content-disposition')?.startsWith('attachment'))
  ok(/\bsandbox\b/.test(original.headers.get('content-security-policy') ?? ''))
})

test('the name of a document goes along whatever it is made of', async (t) => {
  const here = await house(t)
  const names = [`əla "diplom"; x=1.pdf`, '學位證書.pdf', 'O’Neill (1)*.pdf', '😀.pdf']
  for (const name of names) {
    const files = ANA_FILES.map(([kind, file]) =>
      kind === 'diploma' ? ([kind, pdf(name)] as const) : ([kind, file] as const),
    )
    const { id } = await submitted(await here.signedUpApplicant(), { files })
    const diploma = (await documentsOf(here, id)).find(({ kind }) => kind === 'diploma')
    const officer = await here.office(OFFICER)
    const answer = await officer.get(`/en/cases/${id}/documents/${diploma?.id}`)
    const [, written = ''] =
      /^inline; filename\*=UTF-8''([\w.!#$&+^`|~%-]+)$/.exec(
        answer.headers.get('content-disposition') ?? '',
      ) ?? []
    const page = await (await officer.get(`/en/cases/${id}`)).text()
    const shown = /<bdi>([^<]*)<\/bdi>/.exec(page)
    ok(shown, name)
    ok(decodeURIComponent(written).endsWith('.pdf'), `${name}: ${written}`)
  }
})

test('a document of a draft, of another case or of nobody reads as absent', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const { id } = await submitted(ana)
  const { id: other } = await submitted(await here.signedUpApplicant())
  const draft = await fillIn(await here.signedUpApplicant())
  const officer = await here.office(OFFICER)
  const [mine] = await documentsOf(here, id)
  const [theirs] = await documentsOf(here, other)
  const [unsent] = await documentsOf(here, draft)

  const addresses = [
    `/en/cases/${id}/documents/${theirs?.id}`,
    `/en/cases/${draft}/documents/${unsent?.id}`,
    `/en/cases/${id}/documents/${randomUUID()}`,
    `/en/cases/${id}/documents/x`,
    `/en/cases/${id}/documents/%00`,
    `/en/cases/x/documents/${mine?.id}`,
  ]
  for (const address of addresses) equal((await officer.get(address)).status, 404, address)
  equal((await here.db.selectFrom('look').select('id').execute()).length, 0)
})

test('what is uploaded for a correction is not seen before it is sent back', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const { id } = await submitted(ana)
  const officer = await here.office(OFFICER)
  const form = await (await officer.get(`/en/cases/${id}/steps/return`)).text()
  await officer.post(`/en/cases/${id}/steps/return`, {
    version: /name="version" value="(\d+)"/.exec(form)?.[1] ?? '',
    mark: 'document.diploma',
    'note.document.diploma': 'Page 2 is missing.',
  })
  await ana.upload(`/en/applications/${id}/documents`, { kind: 'diploma' }, [pdf('again.pdf')])
  const diplomas = (await documentsOf(here, id)).filter(({ kind }) => kind === 'diploma')

  const page = await (await officer.get(`/en/cases/${id}`)).text()
  const statuses: number[] = []
  for (const { id: document } of diplomas) {
    statuses.push((await officer.get(`/en/cases/${id}/documents/${document}`)).status)
  }

  equal(diplomas.length, 2)
  ok(page.includes('diploma.pdf'))
  equal(page.includes('again.pdf'), false)
  deepEqual(
    statuses.toSorted((one, other) => one - other),
    [200, 404],
  )
})

test('who has nothing to do with a case cannot open its documents', async (t) => {
  const here = await house(t)
  const { id } = await submitted(await here.signedUpApplicant())
  const [document] = await documentsOf(here, id)

  for (const email of ['expert.etn@kecid.example', 'policy-officer@kecid.example']) {
    const visitor = await here.office(email)
    equal((await visitor.get(`/en/cases/${id}/documents/${document?.id}`)).status, 404, email)
  }
})
