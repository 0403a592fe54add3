/**
 * The mainland numbering plan: are these digits dialable, and what are they?
 * Sources: 电信网编号计划 (MIIT, 2017 edition: 95/96/10/12/106 families, 400/800, mobile ranges),
 * area codes from area-codes.ts, E.164 for the shape of foreign numbers.
 */
import { AREA_MASKS } from './area-codes.ts'
import {
  AREA_SHORT,
  behind,
  CARRIER,
  CARRIER_MAIN,
  CODE_95,
  CODE_95_LONG,
  CODE_96,
  CODE_1010,
  COUNTRY_CODE,
  EMERGENCY,
  FOREIGN,
  FOREIGN_BARE,
  familyOf,
  GOVERNMENT,
  IP_PREFIX,
  LANDLINE,
  LANDLINE_ODD_AREA,
  MOBILE,
  type Plan,
  PUBLIC,
  SENDER,
  SERVICE_400,
  SERVICE_800,
  SPOOFED_PLUS,
  TRUNK,
} from './plan.ts'

/** Digits as numbers 0–9. */
export type Digits = ArrayLike<number>

/** Longest row of digits that can be a number: 0086 + IP prefix + trunk 0 + landline. */
export const MAX_DIGITS = 22

/** Reads `length` digits from `at` with whatever prefix they carry. `plus`: a + stands before them. 0: nothing fits. */
export function matchPlan(digits: Digits, at: number, length: number, plus: boolean): Plan {
  const a = digits[at]
  const b = digits[at + 1]
  if (plus) return international(digits, at, length)
  if (a === 8 && b === 6 && length >= 7) return withoutCountry(digits, at, length)
  const plan = national(digits, at, length, false)
  if (plan !== 0) return plan
  if (a === 0) return b === 0 ? behind(2, international(digits, at + 2, length - 2)) : 0
  if (a === 1) return behindIpPrefix(digits, at, length)
  // Country code without +: 447400123456. Only words around it can tell.
  return length >= 11 && length <= 13 && fitsE164(digits, at, length) ? FOREIGN_BARE : 0
}

function withoutCountry(digits: Digits, at: number, length: number): Plan {
  return behind(2, national(digits, at + 2, length - 2, true), COUNTRY_CODE)
}

/** Behind + or 00. A total of five or six digits is no international number: +95588 is 95588 in disguise. */
function international(digits: Digits, at: number, length: number): Plan {
  if (digits[at] === 8 && digits[at + 1] === 6) return withoutCountry(digits, at, length)
  if (length === 5 || length === 6) return behind(0, shortCode(digits, at, length), SPOOFED_PLUS)
  return fitsE164(digits, at, length) ? FOREIGN : 0
}

/**
 * Country code and number: at most 15 digits (E.164), North America by its own plan, no digit seven times in a row.
 * Which country it is and whether it has such numbers, libphonenumber tells (foreign.ts).
 */
function fitsE164(digits: Digits, at: number, length: number): boolean {
  const first = digits[at] ?? 0
  if (length < 8 || length > 15 || first === 0) return false
  let same = 0
  for (let index = at + 1; index < at + length; index++) {
    same = digits[index] === digits[index - 1] ? same + 1 : 0
    if (same === 6) return false
  }
  return first !== 1 || (length === 11 && (digits[at + 1] ?? 0) > 1 && (digits[at + 4] ?? 0) > 1)
}

/** Carriers' long-distance prefixes: 179xx (IP telephony), 125xx and 10193 (discount dialling). */
function behindIpPrefix(digits: Digits, at: number, length: number): Plan {
  if (length < 15) return 0
  const prefix = numberAt(digits, at, 5)
  if (Math.floor(prefix / 100) !== 179 && !IP_PREFIXES.includes(prefix)) return 0
  const plan = national(digits, at + 5, length - 5, false)
  const family = familyOf(plan)
  return family === MOBILE || family === LANDLINE ? behind(5, plan, IP_PREFIX) : 0
}

const IP_PREFIXES = [12530, 12520, 12593, 12590, 10193, 10131]

/** `afterCountry`: +86 or 0086 was stripped, so the trunk 0 may be missing. */
function national(digits: Digits, at: number, length: number, afterCountry: boolean): Plan {
  const a = digits[at]
  if (a === 0) {
    if (isMobile(digits, at + 1, length - 1)) return behind(1, MOBILE)
    return withArea(digits, at + 1, length - 1) || behindArea(digits, at, length)
  }
  if (isMobile(digits, at, length)) return MOBILE
  if (isService(digits, at, length)) return a === 4 ? SERVICE_400 : SERVICE_800
  const short = a === 9 || (a === 1 && !afterCountry) ? shortCode(digits, at, length) : 0
  if (short !== 0 || !afterCountry) return short
  const plan = withArea(digits, at, length)
  return plan !== 0 ? plan + TRUNK : a === 1 ? shortCode(digits, at, length) : 0
}

function isService(digits: Digits, at: number, length: number): boolean {
  return length === 10 && (digits[at] === 4 || digits[at] === 8) && digits[at + 1] === 0 && digits[at + 2] === 0
}

/** 0755-400-820-8820: the area code is a mistake. An 800 there could be a landline and the room behind it. */
function behindArea(digits: Digits, at: number, length: number): Plan {
  const areaLength = length - 10
  const fits = isArea(digits, at + 1, areaLength - 1) && isService(digits, at + areaLength, 10)
  return fits && digits[at + areaLength] === 4 ? behind(areaLength, SERVICE_400) : 0
}

function isMobile(digits: Digits, at: number, length: number): boolean {
  return length === 11 && digits[at] === 1 && (digits[at + 1] ?? 0) >= 3
}

/**
 * Behind the trunk 0: area code + subscriber (7–8 digits, first 2–8; eight only in the areas of two digits) or short
 * code.
 */
function withArea(digits: Digits, at: number, length: number): Plan {
  if (length < 7 || length > 11) return 0
  const areaLength = (digits[at] ?? 0) <= 2 ? 2 : 3
  const known = isArea(digits, at, areaLength)
  const rest = length - areaLength
  const first = digits[at + areaLength] ?? 0
  if (known && rest <= 6 && (first === 9 || first === 1)) {
    const short = shortCode(digits, at + areaLength, rest)
    return short !== 0 && short !== SENDER ? AREA_SHORT : 0
  }
  if (first < 2 || first > 8 || rest > 8 || rest < (areaLength === 2 ? 8 : 7)) return 0
  if (known) return LANDLINE
  return areaLength === 2 ? 0 : LANDLINE_ODD_AREA
}

/** 010, 0755, 0379 …: one mask for each 01, 02, 030 … 099, told by its last digit. */
const areas = Uint16Array.from(AREA_MASKS.match(/../g) ?? [], (mask) => Number.parseInt(mask, 32))

function isArea(digits: Digits, at: number, length: number): boolean {
  if (length !== ((digits[at] ?? 0) <= 2 ? 2 : 3)) return false
  const stem = length === 2 ? (digits[at] ?? 0) - 1 : numberAt(digits, at, 2) - 28
  return (((areas[stem] ?? 0) >> (digits[at + length - 1] ?? 0)) & 1) === 1
}

/** Short codes and sender ids, without prefix. */
function shortCode(digits: Digits, at: number, length: number): Plan {
  const a = digits[at]
  const b = digits[at + 1]
  const c = digits[at + 2]
  if (a === 1 && b === 0 && c === 6) return length >= 8 && length <= 20 ? SENDER : 0
  if (length < 5) return length === 3 && EMERGENCIES.includes(numberAt(digits, at, 3)) ? EMERGENCY : 0
  if (length > 9) return 0
  if (a === 9) return b === 5 ? (length === 5 ? CODE_95 : CODE_95_LONG) : b === 6 && length <= 6 ? CODE_96 : 0
  if (a !== 1) return 0
  if (b === 2) return length !== 5 ? 0 : c === 3 ? GOVERNMENT : PUBLIC
  const value = numberAt(digits, at, length)
  if (b === 1) return OTHER_PUBLIC.includes(value) ? PUBLIC : 0
  if (b !== 0) return 0
  if (c === 1) return length === 8 && digits[at + 3] === 0 ? CODE_1010 : 0
  return c === 0 ? carrierCode(value, length) : 0
}

const EMERGENCIES = [110, 112, 114, 119, 120, 122]
const OTHER_PUBLIC = [116114, 118114, 11183, 11185]

/** 100xx, and 10086xx, 10010xx, 10000xx, 10001xx with two digits more. */
function carrierCode(value: number, length: number): Plan {
  const main = length === 7 ? Math.floor(value / 100) : value
  if (main === 10086 || value === 10010) return CARRIER_MAIN
  return length === 5 || (length === 7 && (main === 10010 || main === 10000 || main === 10001)) ? CARRIER : 0
}

function numberAt(digits: Digits, at: number, length: number): number {
  let value = 0
  for (let index = at; index < at + length; index++) value = 10 * value + (digits[index] ?? 0)
  return value
}
