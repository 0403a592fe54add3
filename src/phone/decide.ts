/** Decides whether a candidate that fits the numbering plan is a number to call: shape and context against decoy frames. */
import type { Candidate } from './candidate.ts'
import { type Context, readContext } from './context.ts'
import { readExtension } from './extension.ts'
import { GAP } from './gap.ts'
import type { Family } from './numbering-plan.ts'
import { isLetter } from './run.ts'

/** Why a candidate was not accepted. */
export type Reason =
  /** Part of a longer row of digits. */
  | 'fragment'
  /** Inside an address, a handle, a file name or an identifier. */
  | 'inside-token'
  /** Followed by a unit or currency. */
  | 'quantity'
  /** Announced as an account, order, code or the like. */
  | 'named-otherwise'
  /** Its shape alone proves nothing and no word around it speaks of calling. */
  | 'no-context'

/** How much each family's shape says by itself; `NEEDED` is enough. */
const SHAPE: Record<Family, number> = {
  mobile: 4,
  service: 4,
  landline: 3.5,
  'landline-odd-area': 2,
  'area-short': 1.5,
  sender: 0,
  foreign: 2.5,
  emergency: -1.5,
  carrier: 0,
  public: 0,
  '95': 0,
  '95-long': 0,
  '96': 0,
  '1010': 0,
}
const NEEDED = 2

/** Assigned lines that stand alone in everyday writing. */
const WELL_KNOWN = /^(?:10086|10010|1008611|123(?:15|20|21|28|31|33|48|58|65|66|69|77|78|06))$/

const STRONG: ReadonlySet<Family> = new Set(['mobile', 'service', 'landline', 'landline-odd-area', 'foreign'])

/** Undefined: accept. `free` is the first digit of the run that no accepted number has used. */
export function judgeCandidate(text: string, candidate: Candidate, free: number): Reason | undefined {
  const strong = STRONG.has(candidate.plan.family)
  const { run, to } = candidate
  const end = run.ends[to - 1] ?? 0
  if (isFragment(text, candidate, free, strong)) return 'fragment'
  const context = readContext(text, candidate.start, end)
  if (isInsideToken(context, strong)) return 'inside-token'
  if (strong ? context.money : context.unit && context.call < 2) return 'quantity'
  if (strong ? context.namedFirmly : context.named && context.call < 2) return 'named-otherwise'
  return scoreOf(candidate, context) >= NEEDED ? undefined : 'no-context'
}

function scoreOf(candidate: Candidate, context: Context): number {
  const { plan, bits, gapCount } = candidate
  let score = SHAPE[plan.family] + context.call
  if (plan.prefix !== 'none') score += 2
  if (gapCount > 0 && !candidate.spread && STRONG.has(plan.family)) score += 0.5
  if (plan.family === 'area-short' && gapCount > 0) score += 1
  if (WELL_KNOWN.test(plan.canonical)) score += 2
  if (isStyled(candidate)) score += 2
  if ((bits & ~(GAP.space | GAP.dash | GAP.script)) !== 0) score += 0.5
  return score - Math.max(0, candidate.cost - 2) / 2
}

/** Digits that no keyboard gives by itself. */
function isStyled(candidate: Candidate): boolean {
  const { run, from, to } = candidate
  for (let index = from; index < to; index++) {
    const form = run.forms[index] ?? 0
    if ((form >= 2 && form !== 8) || run.dress[index] !== 0) return true
  }
  return (candidate.bits & GAP.invisible) !== 0
}

const TIGHT = GAP.dash | GAP.oddDash | GAP.dot | GAP.slash | GAP.colon | GAP.symbol | GAP.comma

function isTight(gap: number): boolean {
  return (gap & TIGHT) !== 0 && (gap & (GAP.space | GAP.newline | GAP.wide)) === 0
}

/** Digits stand so close on either side that this is a piece of something longer. */
function isFragment(text: string, candidate: Candidate, free: number, strong: boolean): boolean {
  const { run, from, to } = candidate
  const left = run.gaps[from] ?? 0
  if (from > free && from > 0 && !isLetter(run, from - 1)) {
    if (isTight(left) && !(strong && groupBefore(candidate) <= 2)) return true
    if (!strong && (left & GAP.space) !== 0 && candidate.gapCount > 0) return true
  }
  if (to >= run.values.length || isLetter(run, to)) return false
  const right = run.gaps[to] ?? 0
  if (readExtension(text, run.ends[to - 1] ?? 0) !== undefined) return false
  return (
    isTight(right) &&
    (!strong || (right & (GAP.dot | GAP.dash | GAP.colon)) !== 0) &&
    (right & (GAP.slash | GAP.comma)) === 0
  )
}

function groupBefore(candidate: Candidate): number {
  let index = candidate.from - 1
  while (index > 0 && candidate.run.gaps[index] === 0) index--
  return candidate.from - index
}

const ADDRESS_BEFORE =
  /(?:https?:\/\/|www\.)[^\s一-龥]*$|[a-z0-9_-]@[a-z0-9.-]*$|@[\w一-龥-]*$|[a-z0-9]\.$|\/[a-z0-9_-]*$/i
const ADDRESS_AFTER =
  /^[\w.-]*(?:@[a-z0-9]|\.(?:com|cn|net|org|html?|php|aspx?|jpg|png|apk|exe|xyz|top|vip|cc|io|me)\b)|^_/i
const CALL_LETTERS = /(?:^|[^a-z])(?:tel|t|phone|ph|mob|call|hotline|fax|qq|wx|vx)$/i

function isInsideToken(context: Context, strong: boolean): boolean {
  if (ADDRESS_AFTER.test(context.after)) return true
  if (ADDRESS_BEFORE.test(context.before)) return !strong || /:\/\/|www\.|[a-z0-9]@/i.test(context.before)
  if (/[a-z]$/i.test(context.before)) {
    if (/\d[a-z]+$/i.test(context.before)) return true
    return !strong && !(CALL_LETTERS.test(context.before) && context.call > 0)
  }
  return !strong && /^[a-z]/i.test(context.after) && context.call < 2
}
