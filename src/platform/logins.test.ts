import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { addressAs, resetLogin } from '#platform/logins.ts'
import { freshDatabase } from '#test/house-database.ts'

test('what a login has set for itself is taken back where nobody else can do it', async () => {
  const address = addressAs(await freshDatabase(), 'kecid_exchange')
  const ask = async (...texts: readonly string[]) => {
    const client = new Client({ connectionString: address })
    await client.connect()
    let rows: readonly unknown[] = []
    for (const text of texts) ({ rows } = await client.query(text))
    await client.end()
    return rows
  }
  const database = new URL(address).pathname.slice(1)
  await ask('alter role current_user set default_transaction_read_only = on')
  const inDatabase = `alter role current_user in database ${database} set statement_timeout = 1000`
  await ask('begin read write', inDatabase, 'commit')

  await resetLogin(address)

  const settings = 'select from pg_db_role_setting where setrole = current_user::regrole'
  deepEqual(await ask(settings), [])
})
