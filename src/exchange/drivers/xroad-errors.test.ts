import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { xroadFault } from '#exchange/drivers/xroad-errors.ts'

/** As X-Road up to 7.7 and from 7.8 on spell them, and what they come to. */
const SPELLINGS = [
  ['Server.ServerProxy.AccessDenied', 'server.serverproxy.access_denied', 'refused'],
  ['Server.ServerProxy.UnknownService', 'server.serverproxy.unknown_service', 'refused'],
  ['Server.ClientProxy.UnknownMember', 'server.clientproxy.unknown_member', 'refused'],
  ['Server.ServerProxy.ServiceDisabled', 'server.serverproxy.service_disabled', 'refused'],
  [
    'Server.ClientProxy.SslAuthenticationFailed',
    'server.clientproxy.ssl_authentication_failed',
    'refused',
  ],
  ['Server.ServerProxy.ServiceMissingUrl', 'server.serverproxy.service_missing_url', 'refused'],
  ['Server.ServerProxy.ServiceType', 'server.serverproxy.service_type', 'refused'],
  ['Server.ClientProxy.LoggingFailed', 'server.clientproxy.logging_failed', 'refused'],
  [
    'Server.ClientProxy.InconsistentResponse',
    'server.clientproxy.inconsistent_response',
    'refused',
  ],
  ['Server.ServerProxy.InternalError', 'server.serverproxy.internal_error', 'refused'],
  ['Client.BadRequest', 'client.bad_request', 'refused'],
  ['Client.NetworkError', 'client.network_error', 'refused'],
  ['Server.ServerProxy.ServiceFailed', 'server.serverproxy.service_failed', 'unreachable'],
  [
    'Server.ServerProxy.ServiceFailed.HttpError',
    'server.serverproxy.service_failed.http_error',
    'unreachable',
  ],
  ['Server.ClientProxy.NetworkError', 'server.clientproxy.network_error', 'unreachable'],
  ['Server.ClientProxy.IOError', 'server.clientproxy.io_error', 'unreachable'],
  ['Server.ServerProxy.MaintenanceMode', 'server.serverproxy.maintenance_mode', 'unreachable'],
  [
    'Server.ClientProxy.OutdatedGlobalConf',
    'server.clientproxy.global_conf_outdated',
    'unreachable',
  ],
] as const

test('both spellings of a code come to one, and say whether the same may be asked again', () => {
  for (const [before, since, outcome] of SPELLINGS) {
    deepEqual(xroadFault(before), xroadFault(since))
    equal(xroadFault(since).outcome, outcome, since)
  }
  equal(
    xroadFault('Server.ClientProxy.OutdatedGlobalConf').code,
    'server.clientproxy.globalconfoutdated',
  )
})

test("a register's own fault of SOAP is ours to mend where it says Client, and passes else", () => {
  deepEqual(xroadFault('soap:Server'), { outcome: 'unreachable', code: 'server' })
  deepEqual(xroadFault('SOAP-ENV:Client'), { outcome: 'refused', code: 'client' })
})

test('whatever is sent for a code comes to a short one in small letters', () => {
  equal(xroadFault('').code, 'unknown')
  equal(xroadFault('...').code, 'unknown')
  equal(xroadFault('__proto__').code, 'proto')
  equal(xroadFault('constructor').code, 'constructor')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (code) => {
      match(xroadFault(code).code, /^[a-z0-9.]{1,200}$/)
    }),
  )
})
