import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { schemaOf } from '#exchange/offered/openapi.ts'
import { OFFERED_SERVICES, type OfferedService } from '#exchange/offered/services.ts'
import { xmlText } from '#exchange/drivers/soap/xml.ts'

const XROAD = 'http://x-road.eu/xsd/xroad.xsd'
const PARTS = 'http://x-road.eu/xsd/identifiers'

/**
 * What is offered by SOAP: WSDL 1.1, document/literal wrapped, with the header of PR-MESS 4.0.25
 * written out, so that whoever reads it need fetch nothing.
 */
export function wsdl(endpoint: string): string {
  const [first] = OFFERED_SERVICES
  assert(first !== undefined, 'something is offered')
  const { namespace } = first.contract
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<wsdl:definitions name="kecid" targetNamespace="${namespace}" xmlns:tns="${namespace}"`,
    ' xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
    ` xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xrd="${XROAD}" xmlns:id="${PARTS}">`,
    `<wsdl:types>${identifiers()}${headers()}`,
    `<xsd:schema targetNamespace="${namespace}" elementFormDefault="unqualified">`,
    ...OFFERED_SERVICES.map(elements),
    '</xsd:schema></wsdl:types>',
    headerMessage(),
    ...OFFERED_SERVICES.map(messages),
    '<wsdl:portType name="kecidPort">',
    ...OFFERED_SERVICES.map(operation),
    '</wsdl:portType><wsdl:binding name="kecidBinding" type="tns:kecidPort">',
    '<soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>',
    ...OFFERED_SERVICES.map(bound),
    '</wsdl:binding><wsdl:service name="kecid"><wsdl:port name="kecidPort"',
    ` binding="tns:kecidBinding"><soap:address location="${xmlText(endpoint)}"/></wsdl:port>`,
    '</wsdl:service></wsdl:definitions>\n',
  ].join('\n')
}

const ID_PARTS = [
  'xRoadInstance',
  'memberClass',
  'memberCode',
  'subsystemCode',
  'serviceCode',
  'serviceVersion',
]

const identifiers = () =>
  [
    `<xsd:schema targetNamespace="${PARTS}" elementFormDefault="qualified">`,
    '<xsd:attribute name="objectType" type="xsd:string"/>',
    '<xsd:complexType name="Identifier"><xsd:sequence>',
    ...ID_PARTS.map((name) => `<xsd:element name="${name}" type="xsd:string" minOccurs="0"/>`),
    '</xsd:sequence><xsd:attribute ref="id:objectType" use="required"/></xsd:complexType>',
    '</xsd:schema>',
  ].join('\n')

const HEADER_FIELDS = {
  client: 'id:Identifier',
  service: 'id:Identifier',
  id: 'xsd:string',
  userId: 'xsd:string',
  issue: 'xsd:string',
  protocolVersion: 'xsd:string',
}

const headers = () =>
  [
    `<xsd:schema targetNamespace="${XROAD}" elementFormDefault="qualified">`,
    `<xsd:import namespace="${PARTS}"/>`,
    ...['version', 'title', 'notes'].map(
      (name) => `<xsd:element name="${name}" type="xsd:string"/>`,
    ),
    ...Object.entries(HEADER_FIELDS).map(
      ([name, type]) => `<xsd:element name="${name}" type="${type}"/>`,
    ),
    '</xsd:schema>',
  ].join('\n')

const headerMessage = () =>
  [
    '<wsdl:message name="requestHeader">',
    ...Object.keys(HEADER_FIELDS).map(
      (name) => `<wsdl:part name="${name}" element="xrd:${name}"/>`,
    ),
    '</wsdl:message>',
  ].join('\n')

const elements = ({ contract: { operation, question, answer } }: OfferedService): string =>
  wrapped(operation, question) + wrapped(`${operation}Response`, answer)

/** All that our contracts are made of: texts under names, some left out, and lists of such. */
type Members = {
  readonly properties: Readonly<
    Record<string, { readonly enum?: readonly string[]; readonly items?: Members }>
  >
  readonly required: readonly string[]
}
const members: z.ZodType<Members> = z.lazy(() =>
  z.object({
    properties: z.record(
      z.string(),
      z.object({ enum: z.array(z.string()).exactOptional(), items: members.exactOptional() }),
    ),
    required: z.array(z.string()).default([]),
  }),
)

const wrapped = (name: string, shape: z.ZodType): string =>
  element(name, members.parse(schemaOf(shape)), '')

function element(name: string, { properties, required }: Members, often: string): string {
  const fields = Object.entries(properties).map(([field, { enum: words, items }]) => {
    const least = required.includes(field) ? '' : ' minOccurs="0"'
    if (items !== undefined) return element(field, items, `${least} maxOccurs="unbounded"`)
    if (words === undefined) return `<xsd:element name="${field}" type="xsd:string"${least}/>`
    const values = words.map((word) => `<xsd:enumeration value="${xmlText(word)}"/>`).join('')
    return (
      `<xsd:element name="${field}"${least}><xsd:simpleType><xsd:restriction base="xsd:string">` +
      `${values}</xsd:restriction></xsd:simpleType></xsd:element>`
    )
  })
  const inside = `<xsd:sequence>${fields.join('')}</xsd:sequence>`
  const type = `<xsd:complexType>${inside}</xsd:complexType>`
  return `<xsd:element name="${name}"${often}>${type}</xsd:element>`
}

const messages = ({ contract: { operation } }: OfferedService): string =>
  ['', 'Response']
    .map(
      (suffix) =>
        `<wsdl:message name="${operation}${suffix}">` +
        `<wsdl:part name="body" element="tns:${operation}${suffix}"/></wsdl:message>`,
    )
    .join('\n')

const operation = ({ title, contract: { operation: name } }: OfferedService): string =>
  `<wsdl:operation name="${name}"><wsdl:documentation>` +
  `<xrd:title>${xmlText(title)}</xrd:title></wsdl:documentation>` +
  `<wsdl:input message="tns:${name}"/><wsdl:output message="tns:${name}Response"/></wsdl:operation>`

function bound({ contract: { operation: name, version } }: OfferedService): string {
  const parts = Object.keys(HEADER_FIELDS).map(
    (part) => `<soap:header message="tns:requestHeader" part="${part}" use="literal"/>`,
  )
  const inside = ['<soap:body parts="body" use="literal"/>', ...parts].join('')
  return (
    `<wsdl:operation name="${name}"><xrd:version>${version}</xrd:version>` +
    '<soap:operation soapAction="" style="document"/>' +
    `<wsdl:input>${inside}</wsdl:input><wsdl:output>${inside}</wsdl:output></wsdl:operation>`
  )
}
