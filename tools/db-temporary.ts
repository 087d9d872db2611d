import { freshDatabase, startTestCluster } from '#test/house-database.ts'

/** Gives the address of a database with every migration applied, for as long as the work takes. */
export async function withMigratedDatabase<Value>(
  work: (url: string) => Promise<Value>,
): Promise<Value> {
  const cluster = await startTestCluster()
  process.env['KECID_TEST_DATABASE_URL'] = cluster.url
  try {
    return await work(await freshDatabase())
  } finally {
    await cluster.stop()
  }
}

/** Whether a generated file says what the migrations make; complains where it does not. */
export function isCurrent(present: string | undefined, wanted: string, file: string): boolean {
  if (present === wanted) return true
  console.error(`${file} is not what the migrations make; write it anew without --check.`)
  return false
}
