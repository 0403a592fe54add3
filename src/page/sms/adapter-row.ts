/** Reads one message element after its adapter: body, direction, id, sender. */
import type { SmsAdapter } from './adapter.ts'
import { firstMatches, matchesWithin, unionOf } from './first-match.ts'
import { parseForwarded } from './parse-forwarded.ts'
import { parseSender } from './parse-sender.ts'
import { cutFlow, readText, type TextReader, trimFlow } from './read-text.ts'
import type { Row } from './row.ts'

/** Never a message without a text element: the row then has an empty body. */
export function readAdapterRow(element: Element, adapter: SmsAdapter, page: Omit<TextReader, 'skips'>): Row {
  const union = unionOf([...adapter.skip, ...adapter.quoted])
  const skips = (part: Element) => union !== undefined && part.matches(union)
  const skipped = (part: Element) => isInside(part, union, element)
  const reader = { ...page, skips }
  const quoted = unionOf(adapter.quoted)
  const body = trimFlow(readText(firstMatches(element, adapter.text, skipped), reader))
  const row: Row = { body, outgoing: isOutgoing(element, adapter, (part) => isInside(part, quoted, element)) }
  const id = idOf(element, adapter.idAttr)
  if (id !== undefined) row.id = id
  const sender = ownSender(element, adapter, { ...page, skips: () => false }, (part) => isInside(part, quoted, element))
  if (sender !== undefined) row.ownSender = sender
  return adapter.forwarded === undefined ? row : unwrapped(row, adapter.forwarded)
}

/** The message inside a forwarding app's text, with the sender that it names. */
export function unwrapped(row: Row, parser: NonNullable<SmsAdapter['forwarded']>): Row {
  const parts = parseForwarded(row.body.text, parser)
  if (!parts) return row
  const senderLine = cutFlow(row.body, parts.sender.start, parts.sender.end)
  return { ...row, body: cutFlow(row.body, parts.body.start, parts.body.end), ownSender: senderLine.text, senderLine }
}

function isInside(part: Element, union: string | undefined, root: Element): boolean {
  const match = union === undefined ? null : part.closest(union)
  return match !== null && match !== root && root.contains(match)
}

/** What the message element itself says counts most; contradictory or no marks mean incoming. */
function isOutgoing(element: Element, adapter: SmsAdapter, quoted: (part: Element) => boolean): boolean {
  const out = unionOf(adapter.out)
  const incoming = unionOf(adapter.in)
  if (out !== undefined && element.matches(out)) return true
  if (incoming !== undefined && element.matches(incoming)) return false
  return matchesWithin(element, out, quoted) && !matchesWithin(element, incoming, quoted)
}

function idOf(element: Element, attributes: readonly string[]): string | undefined {
  for (const name of attributes) {
    const id = element.getAttribute(name) ?? element.querySelector(`[${name}]`)?.getAttribute(name)
    if (id) return id
  }
  return undefined
}

function ownSender(
  element: Element,
  adapter: SmsAdapter,
  reader: TextReader,
  quoted: (part: Element) => boolean,
): string | undefined {
  for (const source of adapter.messageSender) {
    for (const part of element.querySelectorAll(source.sel)) {
      if (quoted(part)) continue
      const value = source.attr === undefined ? readText([part], reader).text : part.getAttribute(source.attr)
      const sender = value === null ? undefined : parseSender(value, source.parse)
      if (sender !== undefined) return sender
    }
  }
  return undefined
}
