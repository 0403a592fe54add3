/** The shape of a verdict: tells verdicts apart without colour. */
import {
  ArrowLeftRight,
  Ban,
  Circle,
  CircleCheck,
  CircleDashed,
  EqualApproximately,
  Hash,
  type IconNode,
  Info,
  Mail,
  OctagonAlert,
  Phone,
} from 'lucide'
import type { VNode } from 'preact'
import type { VerdictCode } from '../../verdict/verdict.ts'
import { Icon } from './icon.tsx'

/** lucide has no dashed circle with a question mark and no square with an exclamation mark: joined from its own parts. */
const dashedQuestion: IconNode = [
  ...CircleDashed,
  ['path', { d: 'M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3' }],
  ['path', { d: 'M12 17h.01' }],
]
const squareAlert: IconNode = [
  ['rect', { x: '3', y: '3', width: '18', height: '18', rx: '2' }],
  ['path', { d: 'M12 8v4' }],
  ['path', { d: 'M12 16h.01' }],
]

/** The outline comes first where it is filled: what is drawn later lies on top. */
const shapes: Record<VerdictCode, IconNode> = {
  official: CircleCheck,
  'official-other': ArrowLeftRight,
  lookalike: EqualApproximately,
  malformed: EqualApproximately,
  retired: Ban,
  reported: [...OctagonAlert].reverse(),
  unconfirmed: CircleDashed,
  'unlisted-service': dashedQuestion,
  'public-service': Info,
  'sender-id': Mail,
  ordinary: Phone,
  'not-phone': Hash,
  'unknown-brand': Circle,
  'cannot-check': squareAlert,
}

export function VerdictIcon({ code }: { code: VerdictCode }): VNode {
  const filled = code === 'official' || code === 'reported' ? code : undefined
  return <Icon node={shapes[code]} filled={filled} />
}
