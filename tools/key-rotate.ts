import { connect, disconnect } from '#platform/database.ts'
import { rotateMasterKey } from '#records/key-rotation.ts'
import { runBeside } from '#tools/beside.ts'

/**
 * Replaces the master key, while Keçid is at work or not: `npm run key:rotate`. Cut off anywhere,
 * it goes on from there when it is run again.
 */
await runBeside(async ({ configuration: { masterKeyFile: file }, server, endings }) => {
  const url = server.as('kecid_keys')
  const db = connect({ url, max: 2, application: 'kecid key rotation', statementMsMax: 120_000 })
  endings.add('keys', () => disconnect(db))
  const rotated = await rotateMasterKey(db, file)
  if (!rotated.ok) return rotated.problem
  const { current, retired } = rotated
  console.log(`The master key is ${current} now; ${retired.join(', ')} wraps nothing any more.`)
  console.log(`Make a copy of ${file} now, and keep the copy of before as long as dumps of then.`)
  return undefined
})
