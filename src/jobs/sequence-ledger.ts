import { type Database, inTransaction } from '#platform/database.ts'
import { sequenceLeaves } from '#records/ledger.ts'

/** Gives all leaves that wait now their places in the tree, a bounded number at a time. */
export async function sequenceLedger(db: Database): Promise<void> {
  while ((await inTransaction(db, sequenceLeaves)) > 0);
}
