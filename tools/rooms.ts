/** Who may import whom: the rooms, and from which rooms each may import besides itself. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  platform: ['core'],
  ui: [],
  telling: ['core', 'ui'],
  records: ['core', 'platform'],
  exchange: ['core', 'platform', 'records'],
  portal: ['core', 'platform', 'records', 'ui', 'telling'],
  office: ['core', 'platform', 'records', 'ui', 'telling'],
  jobs: ['core', 'platform', 'records', 'exchange', 'telling'],
  standins: ['core', 'platform', 'exchange', 'ui'],
  main: [
    'core',
    'platform',
    'ui',
    'telling',
    'records',
    'exchange',
    'portal',
    'office',
    'jobs',
    'standins',
  ],
}

/** Outside the product: free to import any room, and imported by no room. */
export const WORKSHOPS: readonly string[] = ['test', 'tools', 'bench']

/** What the tests inside a room may import besides what the room may. */
export const TESTS_MAY_ALSO: readonly string[] = ['test', 'standins', 'tools']

/** The faces whose folders are slices; no slice imports another. */
export const SLICED: readonly string[] = ['portal', 'office']

/** The only packages these rooms may import. */
export const PACKAGES_OF: Readonly<Record<string, readonly string[]>> = {
  core: [],
  ui: [],
}

/** Scripts for the browser: they bring the law and its words along, and the component scripts. */
export const BROWSER_SCRIPTS = 'src/ui/browser/'
export const BROWSER_ROOMS: readonly string[] = ['core', 'telling']

/** The only packages that these scripts, and all they reach, may import. */
export const BROWSER_PACKAGES: readonly string[] = ['govuk-frontend', '@ministryofjustice/frontend']

/** Where a package may be imported; one that is not named may be imported in any room. */
export const PLACES_OF: Readonly<Record<string, readonly RegExp[]>> = {
  kysely: [/^src\/records\//, /^src\/platform\//, /\/queries\.ts$/],
  pg: [/^src\/records\//, /^src\/platform\//, /\/queries\.ts$/],
  'graphile-worker': [/^src\/jobs\//, /^src\/main\//, /^src\/platform\/job-queue\.ts$/],
  nodemailer: [/^src\/jobs\//, /^src\/platform\//],
  pdfkit: [/^src\/telling\//, /^src\/platform\//],
  // They take strangers' files apart, which is done in a process of its own.
  sharp: [/^src\/platform\/intake\//],
  '@libpdf/core': [/^src\/platform\/intake\//],
}

/** Where rows are written; the list of migrations and the check of the key are no records. */
export const WRITERS: readonly RegExp[] = [
  /^src\/records\//,
  /^src\/platform\/(migrate|key-check)\.ts$/,
]

/** The binaries of PostgreSQL are a package named for the machine, so its name is put together. */
export const COMPUTED_IMPORTS = 'src/platform/postgres-program.ts'

/** Where the clock and the environment are read. */
export const CLOCK_READER = 'src/platform/calendar.ts'
export const ENVIRONMENT_READER = 'src/platform/configuration.ts'

/** Names that would tie core to a machine, a moment or a promise. */
export const UNKNOWN_TO_CORE: readonly string[] = [
  'Date',
  'Promise',
  'process',
  'globalThis',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'performance',
  'crypto',
  'console',
  'Buffer',
  'require',
]
