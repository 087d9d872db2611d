import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { type Environment, readConfiguration } from '#platform/configuration.ts'
import { SETTINGS, SETTING_NAMES, exampleEnvironment } from '#platform/settings.ts'

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://db.example:5432/kecid',
  KECID_PORTAL_URL: 'https://portal.example',
  KECID_OFFICE_URL: 'https://office.example',
  KECID_SMTP_URL: 'smtps://kecid:hush-hush@mail.example',
  KECID_CONTACT_EMAIL: 'service@migration.test',
  KECID_SECURITY_SERVER_URL: 'https://security-server.test',
  KECID_SECURITY_SERVER_CERTIFICATE: '/etc/kecid/security-server.pem',
  KECID_EXCHANGE_SIGNING_KEY: '/etc/kecid/signing.key',
}

function configured(variables: Environment) {
  const reading = readConfiguration(variables)
  ok(reading.ok, JSON.stringify(reading))
  return reading.configuration
}

function namesRefused(variables: Environment): readonly string[] {
  const reading = readConfiguration(variables)
  return reading.ok ? [] : reading.problems.map((problem) => problem.name)
}

test('an empty environment gives a demonstration on this machine alone', () => {
  deepEqual(configured({}), {
    stage: 'development',
    databaseUrl: undefined,
    dataFolder: resolve('.kecid'),
    host: '127.0.0.1',
    portalPort: 3000,
    officePort: 3001,
    exchangePort: 3002,
    exchangeCallers: ['127.0.0.1'],
    exchangeTls: false,
    standinsPort: 3003,
    smtpPort: 3025,
    securityServerPort: 3081,
    securityServerTlsPort: 3082,
    bridgePort: 3083,
    paymentsPort: 3084,
    portalUrl: 'http://localhost:3000',
    officeUrl: 'http://localhost:3001',
    smtpUrl: 'smtp://127.0.0.1:3025',
    exchange: {
      securityServerUrl: 'https://127.0.0.1:3082',
      serverCertificateFile: resolve('.kecid/standins/exchange/security-server.pem'),
      own: {
        certificateFile: resolve('.kecid/standins/exchange/information-system.pem'),
        keyFile: resolve('.kecid/standins/exchange/information-system.key'),
      },
      bridgeUrl: 'http://127.0.0.1:3083',
      bridgeSecretFile: resolve('.kecid/standins/exchange/bridge.secret'),
      payments: {
        url: 'http://127.0.0.1:3084',
        keyFile: resolve('.kecid/standins/exchange/payments.pem'),
        secretFile: resolve('.kecid/standins/exchange/payments.secret'),
      },
      signingKeyFile: resolve('.kecid/standins/exchange/signing.key'),
    },
    mailFrom: 'Keçid <kecid@localhost>',
    contact: 'service@kecid.example',
    masterKeyFile: resolve('.kecid/master.key'),
    loginsFile: undefined,
    demonstration: true,
    parts: ['portal', 'office', 'jobs', 'exchange', 'standins'],
    trustProxy: false,
    sessionHours: 1,
    logLevel: 'warn',
  })
})

test('a setting that is empty or blank counts as left out', () => {
  deepEqual(configured({ KECID_PORTAL_PORT: '', KECID_LOG: '  ' }), configured({}))
})

test('addresses and the key file follow the ports and the folder', () => {
  const configuration = configured({ KECID_DATA: '/srv/k', KECID_PORTAL_PORT: '8080' })

  equal(configuration.portalUrl, 'http://localhost:8080')
  equal(configuration.masterKeyFile, '/srv/k/master.key')
})

test('a setting with a wrong value is named', () => {
  const cases = [
    [{ NODE_ENV: 'prod' }, 'NODE_ENV'],
    [{ DATABASE_URL: 'mysql://localhost/kecid' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'localhost' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres:///kecid' }, 'DATABASE_URL'],
    [{ KECID_PORTAL_PORT: '65536' }, 'KECID_PORTAL_PORT'],
    [{ KECID_PORTAL_PORT: '-1' }, 'KECID_PORTAL_PORT'],
    [{ KECID_OFFICE_PORT: '0x10' }, 'KECID_OFFICE_PORT'],
    [{ KECID_OFFICE_PORT: '3000' }, 'KECID_OFFICE_PORT'],
    [{ KECID_EXCHANGE_PORT: '3000' }, 'KECID_EXCHANGE_PORT'],
    [{ KECID_EXCHANGE_CALLERS: '127.0.0.1, ' }, 'KECID_EXCHANGE_CALLERS'],
    [{ KECID_EXCHANGE_CALLERS: 'security-server.example' }, 'KECID_EXCHANGE_CALLERS'],
    [{ KECID_EXCHANGE_CALLERS: '10.0.0.0/8' }, 'KECID_EXCHANGE_CALLERS'],
    [{ KECID_PORTAL_URL: 'https://portal.example/en' }, 'KECID_PORTAL_URL'],
    [{ KECID_PORTAL_URL: 'ftp://portal.example' }, 'KECID_PORTAL_URL'],
    [{ KECID_OFFICE_URL: 'https://officer@office.example' }, 'KECID_OFFICE_URL'],
    [{ KECID_SMTP_URL: 'mail.example' }, 'KECID_SMTP_URL'],
    [{ KECID_MAIL_FROM: 'Keçid' }, 'KECID_MAIL_FROM'],
    [{ KECID_CONTACT_EMAIL: 'the Service' }, 'KECID_CONTACT_EMAIL'],
    [{ KECID_MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, 'KECID_MAIL_FROM'],
    [{ KECID_DEMONSTRATION: 'true' }, 'KECID_DEMONSTRATION'],
    [{ KECID_PARTS: 'portal,worker' }, 'KECID_PARTS'],
    [{ KECID_PARTS: 'portal,portal' }, 'KECID_PARTS'],
    [{ KECID_TRUST_PROXY: '1' }, 'KECID_TRUST_PROXY'],
    [{ KECID_SESSION_HOURS: '0' }, 'KECID_SESSION_HOURS'],
    [{ KECID_SESSION_HOURS: '25' }, 'KECID_SESSION_HOURS'],
    [{ KECID_HOST: 'a b' }, 'KECID_HOST'],
    [{ KECID_LOG: 'debug' }, 'KECID_LOG'],
  ] as const
  deepEqual(
    cases.map(([variables]) => namesRefused(variables)),
    cases.map(([, name]) => [name]),
  )
})

test('values inside the limits are taken', () => {
  const cases = [
    { KECID_PORTAL_PORT: '0', KECID_OFFICE_PORT: '0' },
    { KECID_PORTAL_PORT: '65535' },
    { KECID_SESSION_HOURS: '24' },
    { KECID_PARTS: ' office , jobs ' },
    { KECID_HOST: '::' },
    { KECID_EXCHANGE_CALLERS: '10.0.0.7, fd00::7' },
    { KECID_PORTAL_URL: 'https://portal.example/' },
    { DATABASE_URL: 'postgres://kecid@localhost/kecid?host=/run/sockets&port=5432' },
  ]
  deepEqual(cases.flatMap(namesRefused), [])
  deepEqual(configured({ KECID_PARTS: 'jobs,office' }).parts, ['office', 'jobs'])
})

test('production with everything given is neither a demonstration nor a stand-in', () => {
  const configuration = configured(production)

  equal(configuration.demonstration, false)
  deepEqual(configuration.parts, ['portal', 'office', 'jobs', 'exchange'])
  equal(configuration.exchange.own, undefined)
})

test('production refuses each shortcut of the demonstration, by name', () => {
  const cases = [
    ['KECID_DEMONSTRATION', 'yes'],
    ['KECID_PARTS', 'portal,standins'],
    ['DATABASE_URL', undefined],
    ['KECID_PORTAL_URL', undefined],
    ['KECID_PORTAL_URL', 'http://portal.example'],
    ['KECID_OFFICE_URL', 'http://office.example'],
    ['KECID_SECURITY_SERVER_URL', undefined],
    ['KECID_SECURITY_SERVER_CERTIFICATE', undefined],
    ['KECID_EXCHANGE_SIGNING_KEY', undefined],
    ['KECID_SMTP_URL', undefined],
    ['KECID_SMTP_URL', 'smtp://localhost:3025'],
    ['KECID_CONTACT_EMAIL', undefined],
  ] as const
  deepEqual(
    cases.map(([name, value]) => namesRefused({ ...production, [name]: value })),
    cases.map(([name]) => [name]),
  )
  deepEqual(namesRefused({ ...production, KECID_SMTP_URL: 'smtp://localhost:25' }), [])
})

test('a process that asks no registers needs no way to them', () => {
  const {
    KECID_SECURITY_SERVER_URL: _url,
    KECID_SECURITY_SERVER_CERTIFICATE: _file,
    KECID_EXCHANGE_SIGNING_KEY: _key,
    ...rest
  } = production
  deepEqual(namesRefused({ ...rest, KECID_PARTS: 'portal,office,jobs' }), [])
})

test('all problems are told at once, and none repeats a secret', () => {
  const reading = readConfiguration({
    DATABASE_URL: 'mysql://kecid:hush-hush@db.example/kecid',
    KECID_SMTP_URL: 'hush-hush',
    KECID_PORTAL_URL: 'https://kecid:hush-hush@portal.example',
  })

  equal(reading.ok, false)
  equal(!reading.ok && reading.problems.length, 3)
  equal(JSON.stringify(reading).includes('hush-hush'), false)
})

test('HTTPS for callers needs what is shown to them, and what they show', () => {
  const production = { KECID_EXCHANGE_TLS: 'yes', KECID_SECURITY_SERVER_URL: 'https://10.0.0.7' }
  const read = readConfiguration(production)
  deepEqual(read.ok ? [] : read.problems.map(({ name }) => name), ['KECID_EXCHANGE_TLS'])
  const whole = {
    ...production,
    KECID_EXCHANGE_CERTIFICATE: 'us.pem',
    KECID_EXCHANGE_KEY: 'us.key',
    KECID_SECURITY_SERVER_CERTIFICATE: 'server.pem',
  }
  equal(configured(whole).exchangeTls, true)
})

test('the example environment holds every setting once and configures as the defaults do', () => {
  const lines = exampleEnvironment().split('\n')
  const entries = lines.flatMap((line) => {
    const parts = /^(\w+)="?([^"]*)"?$/.exec(line)
    return parts?.[1] === undefined ? [] : [[parts[1], parts[2]] as const]
  })

  deepEqual(
    entries.map(([name]) => name),
    [...SETTING_NAMES],
  )
  deepEqual(configured(Object.fromEntries(entries)), configured({}))
  ok(lines.every((line) => line.length <= 100))
})

test('every setting is explained in a sentence', () => {
  deepEqual(
    SETTINGS.map((setting) => setting.name),
    [...SETTING_NAMES],
  )
  for (const { explanation } of SETTINGS) match(explanation, /^[\w].+\.$/)
})

test('example.env is the example environment', () => {
  const file = join(resolve(import.meta.dirname, '..', '..'), 'example.env')
  equal(readFileSync(file, 'utf8'), exampleEnvironment())
})
