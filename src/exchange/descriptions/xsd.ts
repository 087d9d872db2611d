import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { schemaOf } from '#exchange/descriptions/described.ts'
import { xmlText } from '#exchange/drivers/soap/xml.ts'

/**
 * What may stand in the body of a message, document/literal wrapped. The members of a question and
 * of an answer stand in the order of its contract, and are in no namespace.
 */
export const contractsXsd = (namespace: string, contracts: readonly Contract[]): string =>
  [
    `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}"`,
    ' elementFormDefault="unqualified">',
    ...contracts.flatMap(({ operation, question, answer }) => [
      elementXsd(operation, shapeOf(question)),
      elementXsd(`${operation}Response`, shapeOf(answer)),
    ]),
    '</xsd:schema>',
  ].join('\n')

const text = z.object({
  type: z.literal('string'),
  enum: z.array(z.string()).exactOptional(),
  minLength: z.number().exactOptional(),
  maxLength: z.number().exactOptional(),
  pattern: z.string().exactOptional(),
  format: z.string().exactOptional(),
})

/** All that contracts are made of. */
type Shape =
  | z.output<typeof text>
  | {
      readonly type: 'object'
      readonly properties: Readonly<Record<string, Shape>>
      readonly required: readonly string[]
    }
  | { readonly type: 'array'; readonly items: Shape; readonly maxItems?: number }

const shape: z.ZodType<Shape> = z.lazy(() =>
  z.discriminatedUnion('type', [
    text,
    z.object({
      type: z.literal('object'),
      properties: z.record(z.string(), shape),
      required: z.array(z.string()).default([]),
    }),
    z.object({ type: z.literal('array'), items: shape, maxItems: z.number().exactOptional() }),
  ]),
)

const shapeOf = (agreed: z.ZodType): Shape => shape.parse(schemaOf(agreed))

/** An element, with how often it may stand there. */
function elementXsd(name: string, of: Shape, often = ''): string {
  switch (of.type) {
    case 'array':
      return elementXsd(name, of.items, ` minOccurs="0" maxOccurs="${of.maxItems ?? 'unbounded'}"`)
    case 'object': {
      const { properties, required } = of
      const inside = Object.entries(properties).map(([field, each]) =>
        elementXsd(field, each, required.includes(field) ? '' : ' minOccurs="0"'),
      )
      const members = `<xsd:sequence>${inside.join('')}</xsd:sequence>`
      const type = `<xsd:complexType>${members}</xsd:complexType>`
      return `<xsd:element name="${name}"${often}>${type}</xsd:element>`
    }
    case 'string':
      return (
        `<xsd:element name="${name}"${often}><xsd:simpleType>` +
        `<xsd:restriction base="xsd:string">${facetsOf(of).join('')}</xsd:restriction>` +
        '</xsd:simpleType></xsd:element>'
      )
  }
}

/** A schema of XML anchors each pattern, and knows no group of another kind than the plain one. */
function facetsOf({ enum: words, ...of }: z.output<typeof text>): readonly string[] {
  if (words !== undefined) return words.map((word) => facet('enumeration', word))
  if (of.format === 'date') return [facet('pattern', '[0-9]{4}-[0-9]{2}-[0-9]{2}')]
  const { minLength, maxLength, pattern } = of
  return [
    ...(minLength === undefined ? [] : [facet('minLength', String(minLength))]),
    ...(maxLength === undefined ? [] : [facet('maxLength', String(maxLength))]),
    ...(pattern === undefined || pattern.includes('(?')
      ? []
      : [facet('pattern', pattern.replace(/^\^(.*)\$$/, '$1'))]),
  ]
}

const facet = (name: string, value: string): string => `<xsd:${name} value="${xmlText(value)}"/>`
