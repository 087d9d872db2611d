import { dirname, join, normalize } from 'node:path/posix'
import { readModule, type Module } from './read-module.ts'
import {
  BROWSER_PACKAGES,
  BROWSER_ROOMS,
  BROWSER_SCRIPTS,
  CLOCK_READER,
  COMPUTED_IMPORTS,
  ENVIRONMENT_READER,
  PACKAGES_OF,
  PLACES_OF,
  ROOMS,
  SLICED,
  TESTS_MAY_ALSO,
  UNKNOWN_TO_CORE,
  WORKSHOPS,
  WRITERS,
} from './rooms.ts'
import {
  CODE_FOLDERS,
  type Finding,
  isCode,
  isGenerated,
  isTest,
  readSources,
  reportFindings,
  ROOT,
  type Sources,
} from './sources.ts'

type Found = { readonly line: number; readonly rule: string; readonly message: string }
type Import = { readonly file: string; readonly target: string; readonly line: number }
type Modules = ReadonlyMap<string, Module>

/** Everything that crosses a wall. No files at all is a finding, never a clean result. */
export function checkWalls(files: Sources): readonly Finding[] {
  const modules = new Map<string, Module>()
  for (const [file, text] of files) if (isCode(file)) modules.set(file, readModule(file, text))
  if (modules.size === 0) {
    return [{ file: '.', line: 0, rule: 'nothing-seen', message: 'no files to check were found' }]
  }
  const findings = [...modules].flatMap(([file, module]) =>
    checkModule(file, module, modules).map(({ line, rule, message }) => ({
      file,
      line,
      rule,
      message,
    })),
  )
  return [...findings, ...findCycles(modules), ...findStrangers(modules)]
}

function checkModule(file: string, module: Module, modules: Modules): readonly Found[] {
  const findings = [
    ...module.errors.map(({ line, message }) => ({ line, rule: 'unreadable', message })),
    ...checkPlace(file),
    ...checkExports(file, module),
    ...module.imports.flatMap(({ specifier, line }) => {
      const target = resolve(file, specifier)
      if (target === undefined) return checkPackage(file, specifier, line)
      return checkImport({ file, target, line }, modules)
    }),
  ]
  if (isWorkshop(file) || isTest(file) || isGenerated(file)) return findings
  return [...findings, ...checkProduct(file, module)]
}

/** The path an import of ours leads to; undefined for a package or a module of Node. */
function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier))
  if (!specifier.startsWith('#')) return undefined
  const path = specifier.slice(1)
  const [room = ''] = path.split('/')
  return room === 'standins' || WORKSHOPS.includes(room) ? path : `src/${path}`
}

function roomOf(file: string): string {
  const [top = '', second = ''] = file.split('/')
  return top === 'src' ? second : top
}

function sliceOf(file: string): string | undefined {
  const [, room = '', slice, inside] = file.split('/')
  return SLICED.includes(room) && inside !== undefined ? `${room}/${slice}` : undefined
}

const isWorkshop = (file: string): boolean => WORKSHOPS.includes(roomOf(file))

function checkPlace(file: string): readonly Found[] {
  if (!isWorkshop(file) && !Object.hasOwn(ROOMS, roomOf(file))) {
    return [{ line: 1, rule: 'unknown-room', message: 'lies in no room of tools/rooms.ts' }]
  }
  if (roomOf(file) === 'records' && file.split('/').length > 3) {
    return [{ line: 1, rule: 'records-flat', message: 'records has no folders' }]
  }
  return []
}

function checkExports(file: string, module: Module): readonly Found[] {
  const isConfiguration = file.endsWith('.config.ts')
  return [
    ...(isConfiguration ? [] : module.defaultExports).map(({ line }) => ({
      line,
      rule: 'default-export',
      message: 'an export has a name',
    })),
    ...module.exportsAll.map(({ line }) => ({
      line,
      rule: 'barrel',
      message: 'export * hides where a name comes from; import from its file',
    })),
    ...(module.onlyPassesOn && module.exportsAll.length === 0
      ? [{ line: 1, rule: 'barrel', message: 'only passes on what other files export' }]
      : []),
  ]
}

function checkPackage(file: string, specifier: string, line: number): readonly Found[] {
  if (isWorkshop(file) || isTest(file)) return []
  const room = roomOf(file)
  const only = file.startsWith(BROWSER_SCRIPTS) ? BROWSER_PACKAGES : PACKAGES_OF[room]
  if (only && !only.includes(specifier)) {
    return [{ line, rule: 'package', message: `${room} may not import ${specifier}` }]
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  const places = PLACES_OF[name]
  if (places && !places.some((place) => place.test(file))) {
    return [{ line, rule: 'package', message: `${name} may not be imported here` }]
  }
  return []
}

function checkImport({ file, target, line }: Import, modules: Modules): readonly Found[] {
  const isData = /\.(json|css|svg|txt)$/.test(target)
  if (!isData && !modules.has(target)) {
    return [{ line, rule: 'file-not-found', message: `${target} does not exist` }]
  }
  if (isTest(target)) {
    const message = `${target} would run again in each file that imports it`
    return [{ line, rule: 'test-import', message }]
  }
  if (isWorkshop(file)) return []
  const [from, to] = [roomOf(file), roomOf(target)]
  const allowed = [
    from,
    ...(ROOMS[from] ?? []),
    ...(isTest(file) ? TESTS_MAY_ALSO : []),
    ...(file.startsWith(BROWSER_SCRIPTS) ? BROWSER_ROOMS : []),
  ]
  if (!allowed.includes(to)) {
    return [{ line, rule: 'direction', message: `${from} may not import ${to} (${target})` }]
  }
  const [here, there] = [sliceOf(file), sliceOf(target)]
  if (here !== undefined && there !== undefined && here !== there) {
    return [{ line, rule: 'slice', message: `slice ${here} may not import slice ${there}` }]
  }
  return []
}

function checkProduct(file: string, module: Module): readonly Found[] {
  const room = roomOf(file)
  const mayReadClock = file === CLOCK_READER || room === 'standins' || room === 'core'
  return [
    ...(file === COMPUTED_IMPORTS ? [] : module.computedImports).map(({ line }) => ({
      line,
      rule: 'computed-import',
      message: 'an import that is computed cannot be checked',
    })),
    ...module.writes
      .filter(() => !WRITERS.some((place) => place.test(file)))
      .map(({ line, what }) => ({ line, rule: 'write', message: `${what} belongs in records` })),
    ...module.names
      .filter(({ name }) => name === 'Date' && !mayReadClock)
      .map(({ line }) => ({
        line,
        rule: 'clock',
        message: `only ${CLOCK_READER} reads the clock`,
      })),
    ...readsEnvironment(file, module),
    ...(room === 'core' ? checkPurity(module) : []),
  ]
}

function readsEnvironment(file: string, module: Module): readonly Found[] {
  if (file === ENVIRONMENT_READER || roomOf(file) === 'standins') return []
  const message = `only ${ENVIRONMENT_READER} reads the environment`
  const named = module.names.filter(({ name }) => name === 'process.env')
  const imported = module.imports.filter(({ specifier }) => /^(node:)?process$/.test(specifier))
  return [...named, ...imported].map(({ line }) => ({ line, rule: 'environment', message }))
}

/** That core imports no package and no node: module is already said by PACKAGES_OF. */
function checkPurity({ names, waits }: Module): readonly Found[] {
  return [
    ...names
      .filter(({ name }) => UNKNOWN_TO_CORE.includes(name) || name === 'Math.random')
      .map(({ name, line }) => ({
        line,
        rule: 'core-pure',
        message: `${name} is unknown to core; pass what it gives as an argument`,
      })),
    ...waits.map(({ line }) => ({ line, rule: 'core-pure', message: 'core never waits' })),
  ]
}

function findCycles(modules: Modules): readonly Finding[] {
  const findings: Finding[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file)
    if (start >= 0) {
      const message = [...path.slice(start), file].join(' → ')
      findings.push({ file, line: 1, rule: 'cycle', message })
      return
    }
    if (done.has(file)) return
    for (const { specifier } of modules.get(file)?.imports ?? []) {
      const target = resolve(file, specifier)
      if (target !== undefined && modules.has(target)) visit(target, [...path, file])
    }
    done.add(file)
  }
  for (const file of modules.keys()) visit(file, [])
  return findings
}

/** What a script for the browser reaches by way of others must run there too. */
function findStrangers(modules: Modules): readonly Finding[] {
  const reached = new Set([...modules.keys()].filter((file) => file.startsWith(BROWSER_SCRIPTS)))
  const findings: Finding[] = []
  // A set that grows while it is walked is walked to its end.
  for (const file of reached) {
    for (const { specifier, line } of modules.get(file)?.imports ?? []) {
      const target = resolve(file, specifier)
      if (target !== undefined) reached.add(target)
      else if (!file.startsWith(BROWSER_SCRIPTS) && !BROWSER_PACKAGES.includes(specifier)) {
        const message = `a script for the browser reaches this, where ${specifier} does not run`
        findings.push({ file, line, rule: 'browser', message })
      }
    }
  }
  return findings
}

if (import.meta.main) {
  const files = readSources(ROOT, CODE_FOLDERS)
  reportFindings('walls', files.size, checkWalls(files))
}
