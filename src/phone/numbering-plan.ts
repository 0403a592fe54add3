/**
 * The mainland numbering plan: is this string of digits dialable, and what is it?
 * Sources: 电信网编号计划 (MIIT, 2017 edition: 95/96/10/12/106 families, 400/800, mobile ranges),
 * area codes from area-codes.ts, E.164 for the shape of foreign numbers.
 */
import { LONG_AREA_MASKS, SHORT_AREA_CODES } from './area-codes.ts'
import type { NumberKind } from './found.ts'

/** What stood before the national number. */
export type Prefix = 'none' | 'cc' | 'ip' | 'spoof'

export interface PlanMatch {
  /** As in `Canonical`. */
  canonical: string
  kind: NumberKind
  prefix: Prefix
  /** Narrower family inside the kind: decides how much context a number needs. */
  family: Family
}

export type Family =
  | 'mobile'
  | 'service'
  | 'landline'
  | 'landline-odd-area'
  | 'area-short'
  | 'sender'
  | 'foreign'
  | 'foreign-bare'
  | 'emergency'
  | 'carrier'
  | 'carrier-main'
  | 'public'
  | 'government'
  | '95'
  | '95-long'
  | '96'
  | '1010'

const shortAreas: ReadonlySet<string> = new Set(SHORT_AREA_CODES.split(' '))

/** 0755, 0379 … */
function isLongArea(area: string): boolean {
  const at = 2 * Number(area.slice(1, 3)) - 62
  return ((Number.parseInt(LONG_AREA_MASKS.slice(at, at + 2), 32) >> Number(area[3])) & 1) === 1
}

/** Longest string of digits that can be a number: 0086 + IP prefix + trunk 0 + landline. */
export const MAX_DIGITS = 22

/**
 * Reads digits with whatever prefix they carry.
 * `plus`: a + stands before them. Returns undefined when no reading fits the plan.
 */
export function matchPlan(digits: string, plus: boolean): PlanMatch | undefined {
  if (plus) return matchPlus(digits)
  const first = digits[0]
  if (first === '0') return national(digits) ?? (digits[1] === '0' ? matchPlus(digits.slice(2)) : undefined)
  if (first === '8' && digits[1] === '6' && digits.length >= 7) return withPrefix('cc', national(digits.slice(2), true))
  return national(digits) ?? (first === '1' ? matchIpPrefix(digits) : bareForeign(digits))
}

/** Country code without +: 447400123456. Only words around it can tell. */
function bareForeign(digits: string): PlanMatch | undefined {
  return digits.length >= 11 && digits.length <= 13 && fitsE164(digits)
    ? plain(`+${digits}`, 'foreign', 'foreign-bare')
    : undefined
}

function matchPlus(digits: string): PlanMatch | undefined {
  if (digits.startsWith('86')) return withPrefix('cc', national(digits.slice(2), true))
  return dressedUp(digits) ?? foreign(digits)
}

/** A total of five or six digits is no international number: +95588 is 95588 in disguise. */
function dressedUp(digits: string): PlanMatch | undefined {
  if (digits.length > 6 || digits.length < 5) return undefined
  const short = shortCode(digits)
  return short && withPrefix('spoof', short)
}

function withPrefix(prefix: Prefix, match: PlanMatch | undefined): PlanMatch | undefined {
  return match && { ...match, prefix }
}

function foreign(digits: string): PlanMatch | undefined {
  return fitsE164(digits) ? plain(`+${digits}`, 'foreign', 'foreign') : undefined
}

/**
 * Country code and number behind the +: at most 15 digits (E.164), North America by its own plan, no digit seven times in
 * a row. Which country it is and whether it has such numbers, libphonenumber tells (foreign.ts).
 */
function fitsE164(digits: string): boolean {
  if (digits.length < 8 || digits.length > 15 || digits[0] === '0' || /(\d)\1{6}/.test(digits)) return false
  return digits[0] !== '1' || /^1[2-9]\d\d[2-9]\d{6}$/.test(digits)
}

/** Carriers' long-distance prefixes: 179xx (IP telephony), 125xx and 10193 (discount dialling). */
function matchIpPrefix(digits: string): PlanMatch | undefined {
  if (digits.length < 15 || !/^(?:179\d\d|125(?:30|20|93|90)|10193|10131)/.test(digits)) return undefined
  const rest = national(digits.slice(5))
  return rest && (rest.family === 'mobile' || rest.family === 'landline') ? withPrefix('ip', rest) : undefined
}

function plain(canonical: string, kind: NumberKind, family: Family): PlanMatch {
  return { canonical, kind, family, prefix: 'none' }
}

/** `afterCountry`: +86 or 0086 was stripped, so the trunk 0 may be missing. */
function national(digits: string, afterCountry = false): PlanMatch | undefined {
  const length = digits.length
  switch (digits[0]) {
    case '0':
      return digits[1] === '1' && isMobile(digits.slice(1))
        ? plain(digits.slice(1), 'mobile', 'mobile')
        : withArea(digits)
    case '1':
      if (isMobile(digits)) return plain(digits, 'mobile', 'mobile')
      return (afterCountry ? withArea(`0${digits}`) : undefined) ?? shortCode(digits)
    case '4':
    case '8':
      if (length === 10 && digits[1] === '0' && digits[2] === '0') {
        return plain(digits, digits[0] === '4' ? 'service-400' : 'service-800', 'service')
      }
      return afterCountry ? withArea(`0${digits}`) : undefined
    default:
      return (digits[0] === '9' ? shortCode(digits) : undefined) ?? (afterCountry ? withArea(`0${digits}`) : undefined)
  }
}

function isMobile(digits: string): boolean {
  return digits.length === 11 && digits[0] === '1' && digits.charCodeAt(1) >= 0x33
}

/** Area code with trunk 0 + subscriber (7–8 digits, first 2–8; eight only in the three-digit areas) or short code. */
function withArea(digits: string): PlanMatch | undefined {
  const length = digits.length
  if (length < 8 || length > 12) return undefined
  const areaLength = digits.charCodeAt(1) <= 0x32 ? 3 : 4
  const area = digits.slice(0, areaLength)
  const rest = digits.slice(areaLength)
  const known = areaLength === 3 ? shortAreas.has(area) : isLongArea(area)
  if (known && rest.length <= 6 && (rest[0] === '9' || rest[0] === '1')) {
    const short = shortCode(rest)
    return short && short.family !== 'sender' ? plain(digits, 'short-code', 'area-short') : undefined
  }
  const subscriber = rest[0] !== undefined && rest[0] >= '2' && rest[0] <= '8'
  if (!subscriber || rest.length > 8 || rest.length < (areaLength === 3 ? 8 : 7)) return undefined
  if (areaLength === 3 && !known) return undefined
  return plain(digits, 'landline', known ? 'landline' : 'landline-odd-area')
}

/** Short codes and sender ids, without prefix. */
function shortCode(digits: string): PlanMatch | undefined {
  const length = digits.length
  if (length === 3) return /^1(?:1[0249]|2[02])$/.test(digits) ? plain(digits, 'short-code', 'emergency') : undefined
  if (length < 5) return undefined
  if (digits.startsWith('106')) return length >= 8 && length <= 20 ? plain(digits, 'sender-id', 'sender') : undefined
  const family = shortFamily(digits, length)
  return family && plain(digits, 'short-code', family)
}

function shortFamily(digits: string, length: number): Family | undefined {
  if (length > 9) return undefined
  if (digits.startsWith('95')) return length === 5 ? '95' : length <= 9 ? '95-long' : undefined
  if (digits.startsWith('96')) return length <= 6 ? '96' : undefined
  if (digits.startsWith('12')) return length !== 5 ? undefined : digits[2] === '3' ? 'government' : 'public'
  if (digits.startsWith('1010')) return length === 8 ? '1010' : undefined
  if (/^100(?:10|86(?:\d\d)?)$/.test(digits)) return 'carrier-main'
  if (digits.startsWith('100')) return length === 5 || /^100(?:86|10|0[01])\d\d$/.test(digits) ? 'carrier' : undefined
  return /^11(?:6114|8114|18[35])$/.test(digits) ? 'public' : undefined
}
