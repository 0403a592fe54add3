/** Every code with every modifier and signal, from the unions of the vocabulary: a new one does not compile until it is here. */
import type { SenderKind } from '../../src/verdict/sender-kind.ts'
import type { Modifier, StructuralSignal, Verdict, VerdictCode } from '../../src/verdict/verdict.ts'
import { type StoryName, stories, storyNames } from './verdict-stories.ts'

const storyOf: Record<VerdictCode, StoryName> = {
  official: 'official',
  'official-other': 'official-other',
  lookalike: 'lookalike',
  malformed: 'malformed, glued digits',
  retired: 'retired',
  reported: 'reported',
  unconfirmed: 'unconfirmed',
  'unlisted-service': 'unlisted-service, a lender named, tactic',
  'public-service': 'public-service',
  'sender-id': 'sender-id',
  ordinary: 'ordinary',
  'not-phone': 'not-phone',
  'unknown-brand': 'unknown-brand',
  'cannot-check': 'cannot-check',
}
const modifiers: Record<Modifier, true> = {
  overseas: true,
  'personal-sender': true,
  stale: true,
  'taken-care': true,
  'outbound-only': true,
  'inbound-only': true,
  'group-line': true,
}
const signals: Record<StructuralSignal, true> = {
  '12381-with-contact': true,
  'prefixed-96110': true,
  'no-such-app': true,
  'claimed-by-several': true,
}

const senderKinds: Record<SenderKind, string> = {
  port: '1069 0000 9550',
  short: '95500',
  mobile: '+86 138 0000 0117',
  landline: '021-6000 0000',
  foreign: '+852 3000 0000',
  name: '王经理',
}

export const everyCode = Object.keys(storyOf) as VerdictCode[]
export const everyModifier = Object.keys(modifiers) as Modifier[]
export const everySignal = Object.keys(signals) as StructuralSignal[]

export const everySender = Object.entries(senderKinds) as [SenderKind, string][]

/** The story that stands for a code. */
export function verdictOf(code: VerdictCode): Verdict {
  return stories[storyOf[code]]
}

export function everyStory(): Verdict[] {
  return storyNames.map((name) => stories[name])
}

/** Every code with each modifier and each signal by itself, or with all of them together. */
export function everyCombination(how: 'alone' | 'all at once'): Verdict[] {
  return everyCode.flatMap((code): Verdict[] => {
    const verdict = verdictOf(code)
    if (how === 'all at once') return [{ ...verdict, modifiers: everyModifier, signals: everySignal, extension: '3' }]
    const modified = everyModifier.map((modifier) => ({ ...verdict, modifiers: [modifier] }))
    return [...modified, ...everySignal.map((signal) => ({ ...verdict, signals: [signal] }))]
  })
}
