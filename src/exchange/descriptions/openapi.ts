import { z } from 'zod'
import {
  schemaOf,
  type Described,
  type DescribedService,
} from '#exchange/descriptions/described.ts'

/** What is offered by REST, for a security server and for whoever writes a client. */
export const openApi = (
  { title, description, services, documents = [] }: Described,
  origin: string,
) => ({
  openapi: '3.0.3',
  info: { title, version: '1.0.0', description },
  servers: [{ url: origin }],
  paths: {
    ...Object.fromEntries(services.map((service) => [service.path, pathItem(service)])),
    ...Object.fromEntries(documents.map((each) => [each.path, documentItem(each)])),
  },
  components: {
    schemas: { Problem: PROBLEM },
    parameters: { Client: CLIENT, Id: ID },
    responses: { Problem: { description: 'It is not answered', content: problemContent() } },
  },
})

function pathItem({ contract, title }: DescribedService) {
  const { operation, question, answer, rest } = contract
  const isQuery = rest.method === 'GET'
  return {
    [rest.method.toLowerCase()]: {
      operationId: operation,
      summary: title,
      parameters: [
        { $ref: '#/components/parameters/Client' },
        { $ref: '#/components/parameters/Id' },
        ...(isQuery ? inQuery(question) : []),
      ],
      ...(isQuery ? {} : { requestBody: { required: true, content: jsonContent(question) } }),
      responses: {
        200: { description: 'The answer', content: jsonContent(answer) },
        default: { $ref: '#/components/responses/Problem' },
      },
    },
  }
}

const documentItem = ({ title }: { readonly title: string }) => ({
  get: {
    summary: title,
    parameters: [{ $ref: '#/components/parameters/Client' }],
    responses: { 200: { description: title }, default: { $ref: '#/components/responses/Problem' } },
  },
})

const fields = z.object({
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()).default([]),
})

function inQuery(question: z.ZodType) {
  const { properties, required } = fields.parse(schemaOf(question))
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

const jsonContent = (shape: z.ZodType) => ({ 'application/json': { schema: schemaOf(shape) } })

const problemContent = () => ({
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
})

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
