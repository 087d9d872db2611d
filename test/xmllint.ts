import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { dataFolder } from '#test/program.ts'

/** What xmllint says of a text by a schema of ours; it fetches nothing. */

const SCHEMAS = join(import.meta.dirname, '..', 'docs', 'specs', 'xroad')
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'

/** Nothing, where it holds to the schema. */
type Complaint = string

export const againstSchema = (name: string, text: string | Buffer): Complaint =>
  xmllint(join(SCHEMAS, name), text)

/** By the schema of a whole message, with those of what may be in its body. */
export function messagesWith(
  t: TestContext,
  bodies: Readonly<Record<string, string>>,
): (text: string | Buffer) => Complaint {
  const folder = dataFolder(t)
  const imported = Object.entries(bodies).map(([namespace, schema], index) => {
    const file = join(folder, `body-${index}.xsd`)
    writeFileSync(file, schema)
    return imports(namespace, file)
  })
  const whole = join(folder, 'whole.xsd')
  const ours = imports(SOAP, join(SCHEMAS, 'message.xsd'))
  const all = [ours, ...imported].join('')
  writeFileSync(whole, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${all}</xs:schema>`)
  return (text) => xmllint(whole, text)
}

const imports = (namespace: string, file: string) =>
  `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`

function xmllint(schema: string, input: string | Buffer): Complaint {
  const words = ['--noout', '--nonet', '--schema', schema, '-']
  const { error, status, stderr } = spawnSync('xmllint', words, { input, encoding: 'utf8' })
  if (error) {
    throw new Error('No xmllint was found: install the package libxml2-utils.', { cause: error })
  }
  return status === 0 ? '' : `${stderr}${status === null ? 'It was killed.' : ''}`
}
