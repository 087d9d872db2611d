// The peer: forms of hof with sessions in Redis, as its own sandbox makes one. Copied beside its
// packages into build/, and run there.
const hof = require('hof')
const forms = require('./forms.json')

const routes = Object.entries(forms).map(([name, asked]) => ({
  name,
  baseUrl: `/${name}`,
  fields: 'fields.cjs',
  steps: { '/form': { fields: asked.map((field) => field.name), next: '/done' }, '/done': {} },
}))

hof({
  routes,
  translations: 'translations',
  getTerms: false,
  getCookies: false,
  start: false,
  redis: { path: process.env.REDIS_SOCKET },
  session: { secret: process.env.SESSION_SECRET, ttl: 1800, name: 'hod.sid' },
})
  .start({ host: '127.0.0.1', port: 0 })
  .then(({ server }) => process.send({ port: server.address().port }))
