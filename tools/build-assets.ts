/**
 * The static pipeline: styles, scripts, faces and drawings of src/ui become files named by their
 * content, each with its compressed twins, and a manifest that says which name became which.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, parse, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { brotliCompress, constants, gzip } from 'node:zlib'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const STYLES = ['portal', 'office'] as const
const SCRIPTS = ['portal.ts', 'office.ts', 'head.ts', 'estimate.tsx', 'application.ts'] as const
const COPIES = [
  'favicon.svg',
  'fonts/literata-latin.woff2',
  'fonts/literata-cyrillic.woff2',
] as const
const COMPRESSIBLE = new Set(['.css', '.js', '.svg'])
const SCRIPTS_FOLDER = join(ROOT, 'src/ui/browser')
const INPUTS = ['src/ui/styles', 'src/ui/browser', 'src/ui/assets', 'tools/build-assets.ts']
const TARGET = ['es2022', 'chrome109', 'firefox115', 'safari16']

type Manifest = Readonly<Record<string, string>>
type Bundled = { readonly manifest: Manifest; readonly reached: Reached }

/** Builds into the folder, or leaves it as it is where it holds what the inputs would give. */
export async function buildAssets({ outFolder }: { outFolder: string }): Promise<Manifest> {
  const inputs = await hashOf(INPUTS)
  const present = await readPresent(outFolder, inputs)
  if (present) return present

  const fresh = `${outFolder}.${String(process.pid)}`
  try {
    await mkdir(fresh, { recursive: true })
    const bundled = await bundle(fresh)
    const manifest = { ...bundled.manifest, ...(await copyFaces(fresh)) }
    await compressAll(fresh)
    await writeFile(join(fresh, 'reached.json'), JSON.stringify(bundled.reached))
    await writeFile(join(fresh, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await writeFile(join(fresh, 'inputs.sha256'), inputs)
    await replace(outFolder, fresh)
    return manifest
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/** What scripts bring in from other rooms, and the hash of it: only the last build knows which. */
type Reached = { readonly files: readonly string[]; readonly hash: string }

/** The packages count by their versions, which the lock file pins by content. */
async function hashOf(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  hash.update(await readFile(join(ROOT, 'package-lock.json')))
  for (const input of inputs) {
    for (const file of await filesUnder(join(ROOT, input))) {
      hash.update(`\0${relative(ROOT, file)}\0`).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

async function filesUnder(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

async function readPresent(folder: string, inputs: string): Promise<Manifest | undefined> {
  try {
    if ((await readFile(join(folder, 'inputs.sha256'), 'utf8')) !== inputs) return undefined
    const reached = JSON.parse(await readFile(join(folder, 'reached.json'), 'utf8')) as Reached
    if ((await hashOf(reached.files)) !== reached.hash) return undefined
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest
    await Promise.all(Object.values(manifest).map((file) => stat(join(folder, file))))
    return manifest
  } catch {
    return undefined
  }
}

/** Loaded only when something must be built: an unchanged tree answers in a moment. */
async function bundle(folder: string): Promise<Bundled> {
  const { build } = await import('esbuild')
  const sheets = STYLES.map(async (name) =>
    built(
      await build({
        ...settings(folder),
        stdin: {
          contents: withoutFallbacks(await compileElsewhere(name)),
          loader: 'css',
          resolveDir: join(ROOT, 'src/ui/styles'),
        },
        entryNames: `${name}.[hash]`,
        loader: { '.svg': 'file', '.woff2': 'file' },
      }),
      `${name}.css`,
    ),
  )
  const scripts = SCRIPTS.map(async (file) => {
    const { name } = parse(file)
    const { metafile } = await build({
      ...settings(folder),
      entryPoints: [join(SCRIPTS_FOLDER, file)],
      entryNames: `${name}.[hash]`,
      format: name === 'head' ? 'iife' : 'esm',
      legalComments: 'none',
      charset: 'utf8',
      alias: { '#ui/jsx/jsx-runtime': join(SCRIPTS_FOLDER, 'draw.ts') },
    })
    return { pair: built({ metafile }, `${name}.js`), inputs: Object.keys(metafile.inputs) }
  })
  const written = await Promise.all(scripts)
  const files = reachedBy(written.flatMap(({ inputs }) => inputs))
  const reached = { files, hash: await hashOf(files) }
  const pairs = [...written.map(({ pair }) => pair), ...(await Promise.all(sheets))]
  return { manifest: Object.fromEntries(pairs), reached }
}

const reachedBy = (files: readonly string[]): readonly string[] =>
  [...new Set(files)].filter((file) => file.startsWith('src/')).toSorted()

/** Sass takes two seconds a sheet and one core; a thread for each halves the wait. */
async function compileElsewhere(name: string): Promise<string> {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: name })
  const [css] = (await once(worker, 'message')) as [string]
  return css
}

async function compileHere(name: string): Promise<string> {
  const { compile } = await import('sass')
  return compile(join(ROOT, `src/ui/styles/${name}.scss`), {
    loadPaths: [join(ROOT, 'node_modules'), ROOT],
    fatalDeprecations: ['import'],
    quietDeps: true,
  }).css
}

/** Every property of govuk-frontend is defined in the same sheet, so its fallback is never used. */
const withoutFallbacks = (css: string) =>
  css.replaceAll(/var\((--govuk-[a-z-]+-colour), (?:#\w+|var\([a-z-]+\))\)/g, 'var($1)')

const settings = (folder: string) =>
  ({
    absWorkingDir: ROOT,
    assetNames: '[name].[hash]',
    bundle: true,
    minify: true,
    metafile: true,
    outdir: folder,
    target: TARGET,
    logLevel: 'warning',
  }) as const

type Built = { metafile: { outputs: Record<string, { entryPoint?: string }> } }

function built({ metafile }: Built, name: string): [string, string] {
  const output = Object.entries(metafile.outputs).find(
    ([file, { entryPoint }]) => entryPoint !== undefined && extname(file) === extname(name),
  )
  if (!output) throw new Error(`esbuild wrote no ${name}`)
  return [name, basename(output[0])]
}

/** Files that pages name themselves; the same name that esbuild gave a face in the stylesheet. */
async function copyFaces(folder: string): Promise<Manifest> {
  const written = await readdir(folder)
  const pairs = COPIES.map(async (path): Promise<[string, string]> => {
    const { ext, name } = { ext: extname(path), name: basename(path, extname(path)) }
    const already = written.find((file) => file.startsWith(`${name}.`) && file.endsWith(ext))
    if (already !== undefined) return [`${name}${ext}`, already]
    const bytes = await readFile(join(ROOT, 'src/ui/assets', path))
    const hashed = `${name}.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}${ext}`
    await writeFile(join(folder, hashed), bytes)
    return [`${name}${ext}`, hashed]
  })
  return Object.fromEntries(await Promise.all(pairs))
}

async function compressAll(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => COMPRESSIBLE.has(extname(file)))
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file))
      await writeFile(
        join(folder, `${file}.br`),
        await promisify(brotliCompress)(bytes, { params }),
      )
      await writeFile(join(folder, `${file}.gz`), await promisify(gzip)(bytes, { level: 9 }))
    }),
  )
}

/** Of two builders at once the second finds the same content in place and leaves it. */
async function replace(folder: string, fresh: string): Promise<void> {
  const old = `${fresh}.old`
  await rename(folder, old).catch(() => undefined)
  await rename(fresh, folder).catch(async (problem: unknown) => {
    if ((await readFile(join(folder, 'inputs.sha256')).catch(() => undefined)) === undefined)
      throw problem
  })
  await rm(old, { recursive: true, force: true })
}

if (!isMainThread) parentPort?.postMessage(await compileHere(String(workerData)), [])
else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = await buildAssets({ outFolder: join(ROOT, 'build/assets') })
  console.log(Object.values(manifest).join('\n'))
}
