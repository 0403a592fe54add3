/** What libphonenumber knows: foreign numbers and display formats. The only importer of libphonenumber-js; never in the content script. */
import { isPossiblePhoneNumber, isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Canonical, Found } from './found.ts'

/**
 * The number itself when it is not foreign or its country knows it; undefined otherwise. A number grouped by its writer
 * behind + or 00 need only have a possible length (+852 1234 5678 is a placeholder, yet a number); others must be valid.
 */
export function confirmForeign(found: Found): Found | undefined {
  if (found.kind !== 'foreign') return found
  const grouped = /^(?:[+＋]|00)/.test(found.raw) && /\d\D+\d/.test(found.raw)
  return (grouped ? isPossiblePhoneNumber : isValidPhoneNumber)(found.canonical) ? found : undefined
}

/** For reading: `400-820-8820`, `138 0013 8000`, `010-6206 3646`, `+852 2904 2977`; short codes and sender ids as they are. */
export function formatNumber(canonical: Canonical): string {
  if (canonical.startsWith('+')) return parsePhoneNumberFromString(canonical)?.formatInternational() ?? canonical
  if (/^[48]00\d{7}$/.test(canonical)) return canonical.replace(/^(...)(...)(....)$/, '$1-$2-$3')
  if (/^1[3-9]\d{9}$/.test(canonical)) return canonical.replace(/^(...)(....)(....)$/, '$1 $2 $3')
  if (!canonical.startsWith('0')) return canonical
  const area = /^0(?:10|2\d)/.test(canonical) ? 3 : 4
  const subscriber = canonical.slice(area)
  return `${canonical.slice(0, area)}-${subscriber.length > 6 ? subscriber.replace(/(....)$/, ' $1') : subscriber}`
}
