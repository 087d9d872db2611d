import type { MaterialContent, Told } from '#core/promotion/material.ts'

/** The text for social media, and the longer one for a mail, as they are pasted. */
export function messageOf(content: MaterialContent): string {
  const { title, lead, whatTitle, what, headings, event, mission, link } = content
  const where = [event.title, event.days, event.place].join(', ')
  const short = [title, where, `${content.steps[0]?.title ?? ''}: ${link}`]
  const long = [
    title,
    lead,
    '',
    where,
    '',
    whatTitle,
    what,
    ...content.figures.map(lineOf),
    '',
    headings.criteria,
    ...content.criteria.map(lineOf),
    '',
    headings.gets,
    ...content.gets.map(({ text, ...get }) => `${lineOf({ ...get, text: '' })}\n  ${text}`),
    '',
    headings.steps,
    ...content.steps.map((step, index) => `${index + 1}. ${step.title}. ${step.text}`),
    '',
    `${content.steps[0]?.title ?? ''}: ${link}`,
    '',
    headings.ask,
    ...Object.values(mission),
    '',
    headings.acts,
    ...content.acts,
    content.asOf,
    ...content.notes,
  ]
  return `${short.join('\n')}\n\n${RULE}\n\n${long.join('\n')}\n`
}

const RULE = '* * *'

const lineOf = ({ title, text, rests }: Told): string =>
  `– ${[title, text].filter((part) => part !== '').join(': ')} (${rests.join(', ')})`
