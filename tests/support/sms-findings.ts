/** What must be marked in an SMS fixture, in the words of the verdicts, and how far the marks are from it. */
import type { VerdictCode } from '../../src/verdict/verdict.ts'
import { idOf } from './sms-registry.ts'

/** One line of a fixture's `*.expected.json`. */
export interface Finding {
  conversationId: string
  raw: string
  canonical: string | null
  claimedBrand: string | null
  officialBrand?: string
  expected: string
  scope: string
  phase: string
  why?: string
}

export interface SeenMark {
  text: string
  code: VerdictCode
  canonical: string
  institutions: string[]
  modifiers: string[]
}

/** Codes that may stand for an expected status; a public line is what the registry's authority lines are called. */
const codes: Record<string, readonly VerdictCode[]> = {
  verified: ['official', 'public-service'],
  mismatch: ['official-other'],
  unverified: ['unlisted-service', 'malformed', 'lookalike'],
  'sender-id': ['sender-id'],
}

/** `0755-0000 0183` is outside the numbering plan; a carrier's code in a carrier's message is no lending matter. */
const notRequired: ReadonlySet<string> = new Set(['0755-0000 0183', '10086'])

/** Must this be marked? Senders and list snippets may stay unmarked. */
export function isRequired(finding: Finding): boolean {
  return finding.scope === 'message' && finding.expected in codes && !notRequired.has(finding.raw)
}

/** The findings of `findings` without a mark of their own, and the marks that no finding asked for. */
export function compare(
  findings: readonly Finding[],
  marks: readonly SeenMark[],
): { missing: string[]; extra: string[] } {
  const left = [...marks]
  const missing: string[] = []
  for (const finding of [...findings].sort((a, b) => Number(isRequired(b)) - Number(isRequired(a)))) {
    const at = left.findIndex((mark) => fits(finding, mark))
    if (at >= 0) left.splice(at, 1)
    else if (isRequired(finding)) missing.push(`${finding.raw} → ${finding.expected}`)
  }
  return { missing, extra: left.map((mark) => `${mark.text} → ${mark.code}`) }
}

function fits(finding: Finding, mark: SeenMark): boolean {
  if (!codes[finding.expected]?.includes(mark.code) || mark.canonical !== inland(finding.canonical)) return false
  if (squeezed(mark.text) !== squeezed(finding.raw)) return false
  return finding.officialBrand === undefined || mark.institutions.includes(idOf(finding.officialBrand))
}

/** Fixtures write `+86…` for mainland numbers, verdicts what one dials: mobiles bare, fixed lines with the trunk 0. */
function inland(canonical: string | null): string {
  const national = /^\+86(.*)$/.exec(canonical ?? '')?.[1]
  if (national === undefined) return canonical ?? ''
  return /^1[3-9]\d{9}$/.test(national) ? national : `0${national}`
}

function squeezed(text: string): string {
  return text.replace(/[\s\u200b]/g, '')
}
