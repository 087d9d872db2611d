import { assert } from '#core/assert.ts'
import type { Described, DescribedService } from '#exchange/descriptions/described.ts'
import { contractsXsd } from '#exchange/descriptions/xsd.ts'
import { xmlText } from '#exchange/drivers/soap/xml.ts'

const XROAD = 'http://x-road.eu/xsd/xroad.xsd'
const PARTS = 'http://x-road.eu/xsd/identifiers'

/**
 * What is offered by SOAP: WSDL 1.1, document/literal wrapped, with the header of PR-MESS 4.0.25
 * written out, so that whoever reads it need fetch nothing.
 */
export function wsdl({ name, services }: Described, endpoint: string): string {
  const [first] = services
  assert(first !== undefined, 'something is offered')
  const { namespace } = first.contract
  const contracts = services.map(({ contract }) => contract)
  assert(
    contracts.every((each) => each.namespace === namespace),
    'what one WSDL describes is in one namespace',
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<wsdl:definitions name="${name}" targetNamespace="${namespace}" xmlns:tns="${namespace}"`,
    ' xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
    ` xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xrd="${XROAD}" xmlns:id="${PARTS}">`,
    `<wsdl:types>${identifiers()}${headers()}`,
    contractsXsd(namespace, contracts),
    '</wsdl:types>',
    headerMessage(),
    ...services.map(messages),
    `<wsdl:portType name="${name}Port">`,
    ...services.map(operation),
    `</wsdl:portType><wsdl:binding name="${name}Binding" type="tns:${name}Port">`,
    '<soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>',
    ...services.map(bound),
    `</wsdl:binding><wsdl:service name="${name}"><wsdl:port name="${name}Port"`,
    ` binding="tns:${name}Binding"><soap:address location="${xmlText(endpoint)}"/></wsdl:port>`,
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

const messages = ({ contract: { operation } }: DescribedService): string =>
  ['', 'Response']
    .map(
      (suffix) =>
        `<wsdl:message name="${operation}${suffix}">` +
        `<wsdl:part name="body" element="tns:${operation}${suffix}"/></wsdl:message>`,
    )
    .join('\n')

const operation = ({ title, contract: { operation: name } }: DescribedService): string =>
  `<wsdl:operation name="${name}"><wsdl:documentation>` +
  `<xrd:title>${xmlText(title)}</xrd:title></wsdl:documentation>` +
  `<wsdl:input message="tns:${name}"/><wsdl:output message="tns:${name}Response"/></wsdl:operation>`

function bound({ contract: { operation: name, version } }: DescribedService): string {
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
