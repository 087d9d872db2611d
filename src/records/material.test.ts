import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { fingerprintOf, type MaterialContent } from '#core/promotion/material.ts'
import { inTransaction } from '#platform/database.ts'
import { makeMaterial, materialById, materialOf, sha256 } from '#records/material.ts'
import { addDays } from '#core/dated.ts'
import { house, type TestHouse } from '#test/house.ts'
import { campaignOf, officialIn } from '#test/missions.ts'

const contentOn = ({ clock }: TestHouse): MaterialContent => ({
  language: 'tr',
  madeOn: clock.today(),
  programme: 'Program',
  title: 'Beceriniz',
  lead: 'Mühendisler',
  whatTitle: 'Tek yanıt',
  what: 'Program',
  figures: [{ title: '70', text: 'puan', rests: ['Karar'], isProvisional: false }],
  criteria: [{ title: 'Deneyim', text: '35', points: 35, rests: ['Geçici'], isProvisional: true }],
  gets: [],
  steps: [{ title: 'Başvurun', text: 'Yanıtlayın' }],
  event: { title: 'Fuar', place: 'Ankara', days: '7 Mart 2026' },
  mission: { title: 'Örnek', address: 'Sokak 1', open: 'Sabah', phone: '1', email: 'a@b.example' },
  link: 'https://portal.example/go/kabe-rosu',
  acts: ['Karar'],
  asOf: '2 Mart 2026',
  notes: ['Geçici'],
  headings: { criteria: 'c', gets: 'g', steps: 's', scan: 'x', square: 'q', ask: 'a', acts: 'r' },
})

test('what was made is kept as it was said, once a day, whoever of the mission asks', async (t) => {
  const home = await house(t)
  const { db, campaign, at } = await campaignOf(home)
  const content = contentOn(home)
  const made = { campaign: campaign.id, kind: 'poster', content } as const
  const id = await inTransaction(db, (tx) => makeMaterial(tx, made, at))
  const colleague = await officialIn(home, 'consul2')
  equal(await inTransaction(colleague, (tx) => makeMaterial(tx, made, at)), id)
  const kept = await inTransaction(db, (tx) => materialById(tx, { campaign: campaign.id, id }))
  ok(kept)
  deepEqual(kept.content, content)
  equal(fingerprintOf(kept.content, sha256), kept.fingerprint)
  const next = { ...made, content: { ...content, madeOn: addDays(content.madeOn, 1) } }
  const later = await inTransaction(db, (tx) => makeMaterial(tx, next, at))
  ok(later !== id)
  const rest = await inTransaction(db, (tx) => materialOf(tx, { campaign: campaign.id }))
  equal(rest.length, 2)
  const [first] = rest
  const after = await inTransaction(db, (tx) =>
    materialOf(tx, { campaign: campaign.id, after: first?.id }),
  )
  equal(after.length, 1)
})

test('nobody makes material of another mission’s campaign, and nobody changes what was made', async (t) => {
  const home = await house(t)
  const { db, campaign, at } = await campaignOf(home)
  const made = { campaign: campaign.id, kind: 'wallet-card', content: contentOn(home) } as const
  await inTransaction(db, (tx) => makeMaterial(tx, made, at))
  const rows = [
    ['ministry', 1],
    ['consul.lisbon', 0],
    ['officer', 0],
    ['administrator', 0],
  ] as const
  for (const [name, sees] of rows) {
    const other = await officialIn(home, name)
    const seen = await inTransaction(other, (tx) => materialOf(tx, { campaign: campaign.id }))
    equal(seen.length, sees, name)
    await rejects(
      inTransaction(other, (tx) => makeMaterial(tx, made, at)),
      /not of whoever acts/,
      name,
    )
  }
  for (const { db: face } of [home.faces.portal, home.faces.jobs]) {
    await rejects(sql`select from material`.execute(face), /permission denied/)
    await rejects(
      inTransaction(face, (tx) => makeMaterial(tx, made, at)),
      /permission denied/,
    )
  }
  await rejects(sql`update material set kind = 'text'`.execute(home.db), /material/)
  await rejects(sql`delete from material`.execute(home.db), /material/)
})
