/** The numbers of a text that a person asks about: a bare `95588` counts there, although prose would need a word beside it. */
import { canonicalNumber } from '../phone/canonical-number.ts'
import { findNumbers } from '../phone/find.ts'
import { findExplained, type Rejected } from '../phone/find-explained.ts'
import type { Found } from '../phone/found.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'

/** Texts up to this length may be a number without a word beside it. */
const LONGEST_QUERY = 40
/** What a person who pastes a bare number into the look-up means. */
const ASKED = '电话：'

/** Found numbers, or the bare number that is the whole query, and listed lines that stand in plain figures anywhere. */
export function findAsked(text: string, index: RegistryIndex | null): Found[] {
  const { found, rejected } = findExplained(text)
  const listed = rejected.flatMap((one) => listedNumber(one, index))
  const all = [...found, ...listed].sort((a, b) => a.start - b.start || b.end - a.end)
  const apart = all.filter((one, order) => order === 0 || one.start >= (all[order - 1]?.end ?? 0))
  if (apart.length > 0 || text.length > LONGEST_QUERY) return apart
  return findNumbers(`${ASKED}${text}`).flatMap((one) => shifted(one, text))
}

/** Prose cannot know that 95561 is a number in “兴业95561”; the registry does. */
function listedNumber({ start, end, raw, canonical, reason }: Rejected, index: RegistryIndex | null): Found[] {
  if (reason !== 'no-context' || !index || index.linesOf(canonical).length === 0) return []
  const plain = canonicalNumber(raw)
  return plain?.canonical === canonical ? [{ start, end, raw, ...plain, disguise: [] }] : []
}

function shifted(found: Found, text: string): Found[] {
  const start = found.start - ASKED.length
  const end = found.end - ASKED.length
  return start < 0 ? [] : [{ ...found, start, end, raw: text.slice(start, end) }]
}
