import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  clientFrom,
  clientPath,
  serverPath,
  serviceFrom,
  servicePath,
  wrongIn,
  type XroadService,
} from '#exchange/drivers/identifiers.ts'

const member = { instance: 'AZ-TEST', memberClass: 'GOV', memberCode: '9900001111' }
const service = { ...member, subsystem: 'UNIVERSITIES', service: 'diploma' }

test('every part of an identifier is percent-encoded by itself, the slash stays bare', () => {
  equal(servicePath(service), 'AZ-TEST/GOV/9900001111/UNIVERSITIES/diploma')
  equal(clientPath(member), 'AZ-TEST/GOV/9900001111')
  equal(
    clientPath({ ...member, subsystem: 'Təhsil ?#+' }),
    `${clientPath(member)}/T%C9%99hsil%20%3F%23%2B`,
  )
  equal(serverPath({ ...member, server: "ss'(1)" }), `${clientPath(member)}/ss'(1)`)
})

test('the version is no part of the path of a service', () => {
  equal(servicePath({ ...service, version: 'v1' }), servicePath(service))
})

test('a client has three or four parts, a service all five', () => {
  const paths = ['a', 'a/b', 'a/b/c', 'a/b/c/d', 'a/b/c/d/e', 'a/b/c/d/e/f']
  deepEqual(
    paths.map((path) => clientFrom(path) !== undefined),
    [false, false, true, true, false, false],
  )
  deepEqual(
    paths.map((path) => serviceFrom(path) !== undefined),
    [false, false, false, false, true, false],
  )
})

test('characters that only draw a warning from a security server are not sent by us', () => {
  const forbidden = ['a\u0000', 'a\n', '\u007f', '\u0085', 'a%2F', 'a:b', 'a;b', 'a/b', 'a\\b']
  for (const part of [...forbidden, 'a\u200bb', '\ufeffa', '.', '..', '\ud800']) {
    deepEqual(wrongIn({ ...service, memberCode: part }, 'service'), {
      ok: false,
      reason: 'identifier-forbidden',
      where: 'service.memberCode',
    })
    equal(
      serviceFrom(servicePath({ ...service, memberCode: part.toWellFormed() })) && part,
      part === '\ud800' ? part : undefined,
    )
  }
})

test('an empty part is missing', () => {
  deepEqual(wrongIn({ ...service, service: '' }, 'service'), {
    ok: false,
    reason: 'identifier-missing',
    where: 'service.service',
  })
})

test("letters, digits and ' ( ) + , - . = ? are allowed", () => {
  equal(wrongIn({ ...service, service: "aZ9'()+,-.=?", version: 'v1.2' }, 'service'), undefined)
  equal(wrongIn({ ...service, service: 'ə...' }, 'service'), undefined)
})

test('whatever may be sent is read again as it was', () => {
  const part = fc.string({ unit: 'binary', minLength: 1 })
  const services = fc.tuple(part, part, part, part, part)
  fc.assert(
    fc.property(services, ([instance, memberClass, memberCode, subsystem, code]) => {
      const id: XroadService = { instance, memberClass, memberCode, subsystem, service: code }
      fc.pre(wrongIn(id, 'service') === undefined)
      deepEqual(serviceFrom(servicePath(id)), id)
      deepEqual(clientFrom(clientPath(id)), { instance, memberClass, memberCode, subsystem })
    }),
  )
})

test('no path makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      clientFrom(path)
      serviceFrom(path)
    }),
  )
  equal(clientFrom('a/b/%E0%A4%A'), undefined)
  equal(clientFrom('a/b/c%2Fd'), undefined)
  equal(clientFrom('a//c'), undefined)
})
