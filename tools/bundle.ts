import { rm, rename, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')

/**
 * The program as one file that Node runs without help, and two more: the judge of files, which runs
 * in a process of its own, and what draws material, in a thread; packages stay where npm put them.
 */
export async function bundle({ outFolder }: { readonly outFolder: string }): Promise<string> {
  const { build, stop } = await import('esbuild')
  const file = join(outFolder, 'all.js')
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/main/all.ts', 'src/main/judge.ts', 'src/office/drawing-thread.ts'],
    entryNames: '[name]',
    outdir: outFolder,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'warning',
    write: false,
  })
  await stop()
  for (const { path, contents } of result.outputFiles) await replace(path, contents)
  return file
}

/** Written aside, since another start may be reading the same file at this moment. */
async function replace(path: string, contents: Uint8Array): Promise<void> {
  const aside = `${path}.${process.pid}`
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(aside, contents)
    await rename(aside, path)
  } finally {
    await rm(aside, { force: true })
  }
}
