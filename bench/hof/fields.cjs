// What the forms ask, from forms.json, which the bench writes from our own longest form.
const hof = require('hof')
const forms = require('./forms.json')

function fieldOf({ name, kind, options }) {
  switch (kind) {
    case 'date':
      return hof.components.date(name, { mixin: 'input-date', validate: ['date'] })
    case 'select':
      return { mixin: 'select', options }
    case 'radios':
      return { mixin: 'radio-group', options }
    default:
      return { mixin: 'input-text', validate: ['notUrl'] }
  }
}

module.exports = Object.fromEntries(
  Object.values(forms)
    .flat()
    .map((asked) => [asked.name, fieldOf(asked)]),
)
