import { z } from 'zod'
import { OFFERED_SERVICES, type OfferedService } from '#exchange/offered/services.ts'

/** What is offered by REST, for a security server and for whoever writes a client. */
export const openApi = (origin: string) => ({
  openapi: '3.0.3',
  info: {
    title: 'Keçid',
    version: '1.0.0',
    description:
      'What other systems of the state may ask about statuses of the Highly Qualified Migrant ' +
      'Program. Nobody is named in an answer; a wrong birth date and a number of nobody are ' +
      'answered alike.',
  },
  servers: [{ url: origin }],
  paths: Object.fromEntries(
    OFFERED_SERVICES.map((service) => [pathOf(service), pathItem(service)]),
  ),
  components: {
    schemas: { Problem: PROBLEM },
    parameters: { Client: CLIENT, Id: ID },
    responses: { Problem: { description: 'It is not answered', content: problemContent() } },
  },
})

/** The version begins the path. */
export const pathOf = ({ contract }: OfferedService): string =>
  `/${contract.version}/${contract.rest.path}`

const pathItem = ({ contract, title }: OfferedService) => ({
  post: {
    operationId: contract.operation,
    summary: title,
    parameters: [
      { $ref: '#/components/parameters/Client' },
      { $ref: '#/components/parameters/Id' },
    ],
    requestBody: { required: true, content: jsonContent(contract.question) },
    responses: {
      200: { description: 'The answer', content: jsonContent(contract.answer) },
      default: { $ref: '#/components/responses/Problem' },
    },
  },
})

const jsonContent = (shape: z.ZodType) => ({ 'application/json': { schema: schemaOf(shape) } })

const problemContent = () => ({
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
})

/** A contract as a schema of OpenAPI 3.0. */
export const schemaOf = (shape: z.ZodType) => z.toJSONSchema(shape, { target: 'openapi-3.0' })

const CLIENT = {
  name: 'X-Road-Client',
  in: 'header',
  required: true,
  description: 'Who asks: instance, member class, member code and subsystem.',
  schema: { type: 'string' },
}

const ID = {
  name: 'X-Road-Id',
  in: 'header',
  required: true,
  description: 'By which the message is known; the same when the same is asked again.',
  schema: { type: 'string', maxLength: 255 },
}

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    where: { type: 'string', description: 'At which field' },
  },
}
