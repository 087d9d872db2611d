import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from '#platform/client-address.ts'

test('one network of IPv6 is one, however its addresses are written, and the next is another', () => {
  const one = ['2001:db8:0:1::7', '2001:0DB8::1:ab:0:0:9', '2001:db8:0:1:f:f:f:f%eth0']
  deepEqual([...new Set(one.map(networkOf))], ['2001:db8:0:1'])
  deepEqual(['2001:db8:0:2::7', '::1', '2001:db8::'].map(networkOf), [
    '2001:db8:0:2',
    '0:0:0:0',
    '2001:db8:0:0',
  ])
})

test('an address of IPv4 is itself, in IPv6 too, and what is none stays as it is', () => {
  deepEqual(['203.0.113.7', '::ffff:203.0.113.7', 'unknown'].map(networkOf), [
    '203.0.113.7',
    '203.0.113.7',
    'unknown',
  ])
})
