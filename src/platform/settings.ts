/** A setting as a person who runs Keçid meets it: its name, what it is when left out, and why. */
export type Setting = {
  readonly name: SettingName
  /** As written in the environment; undefined where there is none or it follows from others. */
  readonly default: string | undefined
  readonly explanation: string
}

export const PARTS = ['portal', 'office', 'jobs', 'exchange', 'standins'] as const
export type Part = (typeof PARTS)[number]

export const STAGES = ['development', 'production', 'test'] as const
export type Stage = (typeof STAGES)[number]

export const LOG_LEVELS = ['info', 'warn', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export const SETTING_NAMES = [
  'NODE_ENV',
  'DATABASE_URL',
  'KECID_DATA',
  'KECID_HOST',
  'KECID_PORTAL_PORT',
  'KECID_OFFICE_PORT',
  'KECID_EXCHANGE_PORT',
  'KECID_EXCHANGE_CALLERS',
  'KECID_EXCHANGE_TLS',
  'KECID_STANDINS_PORT',
  'KECID_SMTP_PORT',
  'KECID_SECURITY_SERVER_PORT',
  'KECID_SECURITY_SERVER_TLS_PORT',
  'KECID_BRIDGE_PORT',
  'KECID_PORTAL_URL',
  'KECID_OFFICE_URL',
  'KECID_SMTP_URL',
  'KECID_SECURITY_SERVER_URL',
  'KECID_SECURITY_SERVER_CERTIFICATE',
  'KECID_EXCHANGE_CERTIFICATE',
  'KECID_EXCHANGE_KEY',
  'KECID_EXCHANGE_SIGNING_KEY',
  'KECID_BRIDGE_URL',
  'KECID_BRIDGE_SECRET_FILE',
  'KECID_PAYMENTS_PORT',
  'KECID_PAYMENTS_URL',
  'KECID_PAYMENTS_KEY',
  'KECID_PAYMENTS_SECRET_FILE',
  'KECID_MAIL_FROM',
  'KECID_CONTACT_EMAIL',
  'KECID_MASTER_KEY_FILE',
  'KECID_LOGINS_FILE',
  'KECID_DEMONSTRATION',
  'KECID_PARTS',
  'KECID_TRUST_PROXY',
  'KECID_SESSION_HOURS',
  'KECID_LOG',
] as const
export type SettingName = (typeof SETTING_NAMES)[number]

export const SETTINGS: readonly Setting[] = [
  {
    name: 'NODE_ENV',
    default: 'development',
    explanation:
      'development, test or production; production refuses every demonstration shortcut.',
  },
  {
    name: 'DATABASE_URL',
    default: undefined,
    explanation:
      'The PostgreSQL server to use, postgres://host:port/database, without a user: npm run ' +
      'db:logins makes the logins there. Without it Keçid runs a PostgreSQL of its own in KECID_DATA.',
  },
  {
    name: 'KECID_DATA',
    default: '.kecid',
    explanation: 'The folder for everything Keçid keeps on this machine.',
  },
  {
    name: 'KECID_HOST',
    default: '127.0.0.1',
    explanation: 'The address to listen on; 0.0.0.0 in a container.',
  },
  { name: 'KECID_PORTAL_PORT', default: '3000', explanation: 'The port of the portal.' },
  { name: 'KECID_OFFICE_PORT', default: '3001', explanation: 'The port of the office.' },
  {
    name: 'KECID_EXCHANGE_PORT',
    default: '3002',
    explanation: 'The port at which other systems of the state ask Keçid.',
  },
  {
    name: 'KECID_EXCHANGE_CALLERS',
    default: '127.0.0.1',
    explanation:
      'Who is answered there: the addresses of the security server and the bridge, with commas ' +
      'between. Whoever comes from one of them is believed to be whom they say they ask for.',
  },
  {
    name: 'KECID_EXCHANGE_TLS',
    default: 'no',
    explanation:
      'Whether callers come by HTTPS there, which is what a network of others needs: they are ' +
      'shown KECID_EXCHANGE_CERTIFICATE, and show one of those in ' +
      'KECID_SECURITY_SERVER_CERTIFICATE. Files that are replaced count without a restart.',
  },
  {
    name: 'KECID_STANDINS_PORT',
    default: '3003',
    explanation: 'The port of the demonstration mailbox.',
  },
  {
    name: 'KECID_SMTP_PORT',
    default: '3025',
    explanation: 'The port of the stand-in mail server.',
  },
  {
    name: 'KECID_SECURITY_SERVER_PORT',
    default: '3081',
    explanation: 'The port of the stand-in security server, without TLS.',
  },
  {
    name: 'KECID_SECURITY_SERVER_TLS_PORT',
    default: '3082',
    explanation: 'The port of the stand-in security server, with TLS.',
  },
  {
    name: 'KECID_BRIDGE_PORT',
    default: '3083',
    explanation: 'The port of the stand-in bridge proxy.',
  },
  {
    name: 'KECID_PORTAL_URL',
    default: undefined,
    explanation: 'The public origin of the portal; http://localhost with its port when left out.',
  },
  {
    name: 'KECID_OFFICE_URL',
    default: undefined,
    explanation: 'The public origin of the office; http://localhost with its port when left out.',
  },
  {
    name: 'KECID_SMTP_URL',
    default: undefined,
    explanation:
      'The mail server, smtps://user:password@host:port; the stand-in mail server when left out.',
  },
  {
    name: 'KECID_SECURITY_SERVER_URL',
    default: undefined,
    explanation:
      'The security server through which registers of the state are asked, https://host:port; ' +
      'the stand-in one when left out.',
  },
  {
    name: 'KECID_SECURITY_SERVER_CERTIFICATE',
    default: undefined,
    explanation:
      'The file with the certificate that was exported from that server, in PEM: it is known by ' +
      'that alone. That of the stand-in when left out.',
  },
  {
    name: 'KECID_EXCHANGE_CERTIFICATE',
    default: undefined,
    explanation:
      'The file with the certificate that we show the security server, in PEM; files that are ' +
      'replaced count without a restart. Without it, and with an address of its own, none is shown.',
  },
  {
    name: 'KECID_EXCHANGE_KEY',
    default: undefined,
    explanation: 'The file with the key of that certificate, in PEM.',
  },
  {
    name: 'KECID_EXCHANGE_SIGNING_KEY',
    default: undefined,
    explanation:
      'The file with the key (Ed25519, PKCS #8 in PEM) that signs what other systems are told of ' +
      'a status; another counts without a restart. Former ones may follow it in the file: they ' +
      'sign nothing, and what they signed can still be checked. The demonstration makes one up.',
  },
  {
    name: 'KECID_BRIDGE_URL',
    default: undefined,
    explanation:
      'The proxy of the bridge by which some systems are asked; the stand-in one when left out.',
  },
  {
    name: 'KECID_BRIDGE_SECRET_FILE',
    default: undefined,
    explanation: 'The file with the secret that signs our tokens for the bridge.',
  },
  {
    name: 'KECID_PAYMENTS_PORT',
    default: '3084',
    explanation: 'The port of the stand-in portal of payments.',
  },
  {
    name: 'KECID_PAYMENTS_URL',
    default: undefined,
    explanation:
      'The portal of payments that is told what is owed; the stand-in when left out. In ' +
      'production without one, officials record what was paid. What it says comes from an ' +
      'address that belongs in KECID_EXCHANGE_CALLERS.',
  },
  {
    name: 'KECID_PAYMENTS_KEY',
    default: undefined,
    explanation:
      'The file with the public keys (Ed25519, in PEM) by which what it signs is believed; ' +
      'another counts without a restart.',
  },
  {
    name: 'KECID_PAYMENTS_SECRET_FILE',
    default: undefined,
    explanation: 'The file with the secret by which it knows us.',
  },
  {
    name: 'KECID_MAIL_FROM',
    default: 'Keçid <kecid@localhost>',
    explanation: 'The sender of every email.',
  },
  {
    name: 'KECID_CONTACT_EMAIL',
    default: 'service@kecid.example',
    explanation:
      'Where people write to the Service, as every page of the portal says; ' +
      'the one here is invented, and production refuses it.',
  },
  {
    name: 'KECID_MASTER_KEY_FILE',
    default: undefined,
    explanation:
      'The file with the key that seals personal data; master.key in KECID_DATA when left out. ' +
      'Keep a copy apart from the copies of the database.',
  },
  {
    name: 'KECID_LOGINS_FILE',
    default: undefined,
    explanation:
      'The file with the passwords of the logins to the server of DATABASE_URL; logins.json in ' +
      'KECID_DATA when left out. Without DATABASE_URL a start writes the passwords it has drawn ' +
      'there, for tools, and nowhere when left out.',
  },
  {
    name: 'KECID_DEMONSTRATION',
    default: undefined,
    explanation:
      'yes fills an empty database with invented people; yes in development, no otherwise.',
  },
  {
    name: 'KECID_PARTS',
    default: undefined,
    explanation:
      'Which parts this process runs, with commas between: portal, office, jobs, exchange, ' +
      'standins; ' +
      'all when left out, in production all but the stand-ins.',
  },
  {
    name: 'KECID_TRUST_PROXY',
    default: 'no',
    explanation:
      'yes when a reverse proxy in front sets X-Forwarded-For and nobody can pass it by.',
  },
  {
    name: 'KECID_SESSION_HOURS',
    default: '1',
    explanation: 'Hours without a visit after which a person is signed out of the portal, 1 to 24.',
  },
  {
    name: 'KECID_LOG',
    default: 'warn',
    explanation: 'How much is written to the log: info, warn or silent.',
  },
]

const WIDTH = 90

/** The text of `example.env`: every setting, explained, at its default. */
export function exampleEnvironment(): string {
  const entries = SETTINGS.map((setting) => {
    const explanation = wrapped(setting.explanation).map((line) => `# ${line}`)
    return [...explanation, `${setting.name}=${quoted(setting.default ?? '')}`].join('\n')
  })
  return `${entries.join('\n\n')}\n`
}

const quoted = (text: string): string => (/[ <>]/.test(text) ? `"${text}"` : text)

function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
