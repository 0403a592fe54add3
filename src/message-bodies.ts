/** Asserts message bodies on arrival: a page's script may be lying, so shapes and sizes are checked before a handler runs. */
import type { BackgroundProtocol, PageProtocol } from './protocol.ts'

/** Limits of one message. Lengths in UTF-16 units. */
export const limits = { passages: 200, numbers: 1000, passage: 4000, ids: 50, lookUp: 20_000, short: 2048 }

/** The first field of a message's body that is not of its shape, or undefined when all is well. */
export type BodyProblem = (name: string, body: unknown) => string | undefined

type Checks<Protocol> = Record<keyof Protocol, (body: unknown) => string | undefined>

const ofBackground: Checks<BackgroundProtocol> = {
  check: checkBody,
  lookUp: (body) =>
    first(
      [isText(field(body, 'text'), limits.lookUp), 'text'],
      [isOptionalText(field(body, 'sender'), limits.short), 'sender'],
    ),
  pageSummary: (body) =>
    first(
      [isCount(field(body, 'flagged')), 'flagged'],
      [isCount(field(body, 'marked')), 'marked'],
      [typeof field(body, 'spoofed') === 'boolean', 'spoofed'],
      [typeof field(body, 'fresh') === 'boolean', 'fresh'],
    ),
  pageSettings: (body) => first([isText(field(body, 'host'), limits.short), 'host']),
  mute: (body) => {
    const [canonical, host] = [field(body, 'canonical'), field(body, 'host')]
    const fits = host === undefined ? isCanonical(canonical) : canonical === undefined && isText(host, limits.short)
    return first([fits, 'canonical or host'])
  },
  paintMarks: (body) => {
    const prefix = field(body, 'prefix')
    return first([typeof prefix === 'string' && /^[a-z]{8,24}$/.test(prefix), 'prefix'])
  },
  institutions: (body) =>
    first([isText(field(body, 'query'), limits.short) || isIds(field(body, 'ids')), 'query or ids']),
  areUnrelated: (body) => first([isIds(field(body, 'ids')), 'ids']),
  frameGone: () => undefined,
  giveFocusBack: () => undefined,
  forget: () => undefined,
  loadCard: () => undefined,
  loadReader: () => undefined,
  registryDetails: () => undefined,
  registryStatus: () => undefined,
  smsViews: () => undefined,
  updateRegistry: () => undefined,
}

const ofPage: Checks<PageProtocol> = {
  takeFocus: () => undefined,
  pageMarks: () => undefined,
  adaptersChanged: () => undefined,
  settingsChanged: () => undefined,
  flaggedMarks: () => undefined,
  revealMark: (body) =>
    first([isCount(field(body, 'id')), 'id'], [typeof field(body, 'byKeyboard') === 'boolean', 'byKeyboard']),
}

/** What the background is asked. */
export const backgroundBodyProblem: BodyProblem = (name, body) => problemOf(ofBackground, name, body)

/** What a page's frame is asked. Apart from the former: the content script carries no checks that it never needs. */
export const pageBodyProblem: BodyProblem = (name, body) => problemOf(ofPage, name, body)

function problemOf(checks: Checks<Record<string, unknown>>, name: string, body: unknown): string | undefined {
  return Object.hasOwn(checks, name) ? checks[name]?.(body) : 'unknown message'
}

function checkBody(body: unknown): string | undefined {
  const place = field(body, 'place')
  const passages = field(body, 'passages')
  const mode = field(place, 'mode')
  if (mode !== 'page' && mode !== 'sms') return 'place.mode'
  if (!isOptionalText(field(place, 'title'), limits.short)) return 'place.title'
  if (!isOptionalText(field(place, 'url'), limits.short)) return 'place.url'
  if (!Array.isArray(passages) || passages.length > limits.passages) return 'passages'
  let numbers = 0
  for (const [index, passage] of passages.entries()) {
    const problem = passageProblem(passage)
    if (problem !== undefined) return `passages[${index}].${problem}`
    numbers += (field(passage, 'found') as unknown[]).length
  }
  return numbers > limits.numbers ? 'too many numbers' : undefined
}

function passageProblem(passage: unknown): string | undefined {
  const text = field(passage, 'text')
  const found = field(passage, 'found')
  if (!isText(text, limits.passage)) return 'text'
  if (!isOptionalText(field(passage, 'around'), limits.passage)) return 'around'
  if (!isOptionalText(field(passage, 'sender'), limits.short)) return 'sender'
  if (!Array.isArray(found) || found.length > limits.numbers) return 'found'
  const bad = found.findIndex((number) => !isFound(number, text as string))
  return bad < 0 ? undefined : `found[${bad}]`
}

const kinds = ['short-code', 'service-400', 'service-800', 'landline', 'mobile', 'foreign', 'sender-id']

function isFound(value: unknown, text: string): boolean {
  const start = field(value, 'start')
  const end = field(value, 'end')
  const disguise = field(value, 'disguise')
  return (
    isCount(start) &&
    isCount(end) &&
    field(value, 'raw') === text.slice(start as number, end as number) &&
    isCanonical(field(value, 'canonical')) &&
    kinds.includes(field(value, 'kind') as string) &&
    isOptionalText(field(value, 'extension'), 40) &&
    Array.isArray(disguise) &&
    disguise.length <= 24 &&
    disguise.every((name) => isText(name, 40))
  )
}

function isCanonical(value: unknown): boolean {
  return typeof value === 'string' && /^\+?\d{3,24}$/.test(value)
}

function first(...rows: [boolean, string][]): string | undefined {
  return rows.find(([ok]) => !ok)?.[1]
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length <= most
}

function isOptionalText(value: unknown, most: number): boolean {
  return value === undefined || isText(value, most)
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isIds(value: unknown): boolean {
  return Array.isArray(value) && value.length <= limits.ids && value.every((id) => isText(id, limits.short))
}
