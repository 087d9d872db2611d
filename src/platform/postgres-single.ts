import { spawn } from 'node:child_process'
import type { PostgresProgram } from '#platform/postgres-program.ts'

/** Messages are read here; Windows programs need their environment. */
export const IN_ENGLISH = process.platform === 'win32' ? {} : { env: { LC_ALL: 'C' } }

const RUN_MS_MAX = 60_000

/**
 * Says something as the superuser of a data folder in which nobody is at work: PostgreSQL in
 * single-user mode, which asks nobody who they are and which nobody can connect to. All of the text
 * is done, or nothing. Gives what PostgreSQL complained of, nothing where all went well.
 */
export async function asSuperuser(
  program: PostgresProgram,
  {
    folder,
    database,
    text,
  }: { readonly folder: string; readonly database: string; readonly text: string },
): Promise<readonly string[]> {
  const command = [...program.prefix, program.postgres, '--single', '-j', '-D', folder, database]
  // With -j a statement ends at an empty line; without any, the text is one.
  const { code, output } = await run(command, text.replaceAll(/\n\s*\n/g, '\n'))
  const lines = output.split('\n').filter((line) => /(ERROR|FATAL|PANIC): /.test(line))
  // It ends with 0 though a statement failed.
  if (code === 0 || lines.length > 0) return lines
  return [`FATAL: PostgreSQL ended with ${code === null ? 'a signal' : `exit code ${code}`}`]
}

export function run(
  command: readonly string[],
  input = '',
): Promise<{ code: number | null; output: string }> {
  const [program = '', ...words] = command
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(program, words, { stdio: 'pipe', timeout: RUN_MS_MAX, ...IN_ENGLISH })
    const add = (bytes: Buffer) => {
      output = (output + bytes.toString('utf8')).slice(-20_000)
    }
    child.stdout.on('data', add)
    child.stderr.on('data', add)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
    child.stdin.on('error', () => undefined) // it may end before it has read anything
    child.stdin.end(input)
  })
}
