/** What tactics, their guards, stop names and reported numbers must look like, in the reviewed files and in signed data. */
import { calendarDate, sharedParts, webAddress } from './check-record.ts'
import { type Check, list, matching, oneOfNumbers, shape, text, whole } from './check-shape.ts'

type Unknown = 'refuse' | 'ignore'

/** Literals, `(a|b)`, `(…)?` and gaps `…{m,n}`; whether it parses, the pattern reader says. */
const pattern = text(400)
const patterns = list(pattern, 60)

export function tacticGuards(unknown: Unknown): Check {
  const near = shape({ patterns, within: whole(1, 200) }, {}, unknown)
  return shape({ before: near, after: near, inside: patterns, advice: patterns }, {}, unknown)
}

export function tacticList(unknown: Unknown): Check {
  const { localText } = sharedParts(unknown)
  const phrase = shape({ pattern, weight: oneOfNumbers([1, 2, 3]) }, {}, unknown)
  const tactic = shape(
    {
      id: matching(/^T\d{1,2}_[a-z_]{2,40}$/, 'a tactic id (T1_some_name)'),
      name: localText,
      tip: localText,
      sources: list(text(400), 30, 1),
      phrases: list(phrase, 60, 1),
    },
    {},
    unknown,
  )
  return list(tactic, 40)
}

export const stopNames = list(text(60), 2000)

export function reportedList(unknown: Unknown): Check {
  const entry = shape(
    {
      canonical: matching(/^(\+?\d{3,20})$/, 'canonical digits'),
      notice: webAddress,
      authority: text(),
      date: calendarDate,
      expires: calendarDate,
    },
    {},
    unknown,
  )
  return list(entry, 20_000)
}
