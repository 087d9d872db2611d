import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { enqueue } from '#records/jobs.ts'
import { fillIn, pdf } from '#test/ana.ts'
import { house } from '#test/house.ts'

test('a file that a row names is not removed, whoever asks', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const id = await fillIn(ana, { files: [] })
  await ana.upload(`/en/applications/${id}/documents`, { kind: 'cv' }, [pdf()])
  const { address } = await kecid.db
    .selectFrom('document')
    .select('address')
    .executeTakeFirstOrThrow()
  const files = await kecid.vaultFiles()
  ok(files.length > 0)
  const ask = () =>
    inTransaction(kecid.db, (tx) =>
      enqueue(tx, { task: 'remove-files', payload: { addresses: [address] } }),
    )

  await ask()
  await kecid.runJobs()
  equal((await kecid.vaultFiles()).length, files.length)

  await kecid.db.deleteFrom('document').execute()
  await ask()
  await kecid.runJobs()
  equal((await kecid.vaultFiles()).length, files.length - 1)
})
