import { serveJudgements } from '#platform/intake/judging.ts'

/** The process that `openJudge` starts: the one place where a stranger's file is taken apart. */
await serveJudgements()
