/** Signs of a forged message that need no list of phrases: how the real sender never writes. */
import { canonicalNumber } from '../phone/canonical-number.ts'
import { foldName } from '../registry/fold-name.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import type { Passage } from './passage.ts'
import type { Reading } from './reading.ts'
import type { StructuralSignal, Verdict } from './verdict.ts'

const WARNING_PORT = '12381'
const LINK = /https?:\/\/|www\.|[a-z0-9-]\.(?:com|cn|net|top|xyz|cc|vip|club|site|link|org|info|me|tv)(?![a-z])/i
const CHAT_ACCOUNT = /QQ|扣扣|企鹅号|微信|wechat|vx|v信|薇信|wx号/i
/** Digits glued or hyphened to it; 110 and the like beside it are a list. */
const PREFIXED = /(?:^|[^\d-])(?!1[12]\d-)(\+?\d{1,4})-?96110(?!\d)/g
const APP_BEHIND = /^[”’』」》）)\s]{0,2}(?:官方|手机)?(?:app|客户端|软件)/i
const DOWNLOAD_AHEAD = /下载[“‘『「《（(\s]{0,2}(?:官方|最新版?)?$/

/** The signs in one passage. */
export function readSignals(passage: Passage, reading: Reading, index: RegistryIndex): StructuralSignal[] {
  const signals: StructuralSignal[] = []
  if (isWarning(passage, reading) && hasContact(passage)) signals.push('12381-with-contact')
  if (hasPrefixed96110(passage.text)) signals.push('prefixed-96110')
  if (namesMissingApp(passage.text, reading, index)) signals.push('no-such-app')
  return signals
}

function isWarning(passage: Passage, reading: Reading): boolean {
  if (reading.sender.kind === 'port' && reading.sender.digits === WARNING_PORT) return true
  return /^\s*[【［[][^】］\]]{0,12}12381[^】］\]]{0,12}[】］\]]/.test(passage.text)
}

function hasContact(passage: Passage): boolean {
  if (LINK.test(passage.text) || CHAT_ACCOUNT.test(passage.text)) return true
  return passage.found.some((found) => found.canonical !== WARNING_PORT)
}

/** The real line is dialled as it is or behind a local area code. */
function hasPrefixed96110(text: string): boolean {
  for (const match of text.matchAll(PREFIXED)) {
    const digits = `${match[1] ?? ''}96110`
    if (canonicalNumber(digits)?.canonical !== digits) return true
  }
  return false
}

function namesMissingApp(text: string, reading: Reading, index: RegistryIndex): boolean {
  return reading.hits.some((hit) => {
    if (!index.hasNoApp(foldName(text.slice(hit.start, hit.end)))) return false
    return (
      APP_BEHIND.test(text.slice(hit.end, hit.end + 12)) ||
      DOWNLOAD_AHEAD.test(text.slice(Math.max(0, hit.start - 8), hit.start))
    )
  })
}

/**
 * Numbers outside the registry that unrelated lenders claim within one batch: notes it on each of their verdicts, and on
 * each who claims it, so that a page read in several batches can put them together (`page/shared-claims.ts`).
 */
export function noteSharedClaims(
  judged: readonly { verdicts: Verdict[]; speaker: string[] }[],
  index: RegistryIndex,
): void {
  const speakers = new Map<string, Set<string>>()
  for (const { verdicts, speaker } of judged) {
    const [first] = speaker
    if (first === undefined) continue
    for (const verdict of verdicts) {
      if (!isUnlisted(verdict)) continue
      verdict.speaker = first
      speakers.set(verdict.canonical, (speakers.get(verdict.canonical) ?? new Set()).add(first))
    }
  }
  for (const { verdicts } of judged)
    for (const verdict of verdicts) {
      if (!areUnrelated([...(speakers.get(verdict.canonical) ?? [])], index)) continue
      verdict.signals = [...(verdict.signals ?? []), 'claimed-by-several']
    }
}

/** True when two of the institutions have nothing to do with each other. In whatever order they are named. */
export function areUnrelated(ids: readonly string[], index: RegistryIndex): boolean {
  return ids.some((one, at) => ids.slice(at + 1).some((other) => !index.kinship.related(one, other)))
}

function isUnlisted(verdict: Verdict): boolean {
  return verdict.code === 'unlisted-service' || verdict.code === 'lookalike'
}
