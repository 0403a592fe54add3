/** Turns one line of the facts into a hotline or a sender of a record. */
import type { HotlineRecord, SenderRecord } from '../../src/registry/institution-record.ts'
import type { Direction, Hours, Purpose } from '../../src/registry/schema.ts'
import { convertEvidence, plainText } from './convert-evidence.ts'
import type { FactsLine } from './facts-shape.ts'

const PURPOSE_OF: Record<string, Purpose> = {
  general: 'general',
  vip: 'vip',
  overseas: 'overseas',
  'credit-card': 'credit-card',
  outbound: 'general',
  complaint: 'complaint',
  report: 'fraud-report',
  emergency: 'emergency',
  legacy: 'general',
  'group-general': 'general',
  loan: 'loan',
  business: 'business',
  collection: 'collection',
}

const ENGLISH_LABEL: Record<Purpose, string> = {
  general: 'Customer service',
  loan: 'Loan service',
  repayment: 'Repayment',
  'credit-card': 'Credit card service',
  complaint: 'Complaints',
  vip: 'VIP line',
  overseas: 'Calls from abroad',
  'lost-card': 'Lost card',
  hardship: 'Repayment difficulties',
  collection: 'After-loan service',
  business: 'Business customers',
  'fraud-report': 'Fraud advice and reports',
  emergency: 'Emergency',
}

/** Sender IDs are not hotlines; 12110 takes text messages only. */
export function isSender(line: FactsLine): boolean {
  return line.scope === 'sms' || line.digits.startsWith('106') || line.digits === '12110'
}

export function convertSender(line: FactsLine): SenderRecord {
  return {
    id: line.digits,
    note: plainText([line.label, line.note].filter(Boolean).join('; ')),
    evidence: line.evidence.map(convertEvidence),
  }
}

export function convertLine(line: FactsLine): HotlineRecord {
  const purpose = PURPOSE_OF[line.scope]
  if (purpose === undefined) throw new Error(`unknown scope “${line.scope}” of ${line.number}`)
  const direction: Direction = line.scope === 'outbound' ? 'out' : 'in'
  const note = noteOf(line)
  const evidence = line.evidence.map(convertEvidence)
  return {
    number: line.number,
    purpose,
    direction,
    label: { zh: line.label, en: direction === 'out' ? 'Calls you from this number' : ENGLISH_LABEL[purpose] },
    ...(line.region === undefined ? {} : { region: line.region }),
    ...hoursOf(line.hours),
    ...statusOf(line),
    ...(note === '' ? {} : { note }),
    ...(evidence.some((item) => item.seen !== undefined) ? {} : { undated: true }),
    evidence,
  }
}

function statusOf(line: FactsLine): { status?: 'disputed' | 'historic' | 'queued' } {
  if (line.level === 'disputed' || line.level === 'historic') return { status: line.level }
  return /do not ship/i.test(line.note ?? '') ? { status: 'queued' } : {}
}

function noteOf(line: FactsLine): string {
  const parts = [line.note, line.ivr && `menu: ${line.ivr}`, line.hours && `hours: ${line.hours}`]
  return plainText(parts.filter(Boolean).join('; '))
}

/** Only hours that say when without a condition; the wording stays in the note. */
function hoursOf(printed: string | undefined): { hours?: '24h' | Hours[] } {
  if (printed === undefined) return {}
  if (/^(7×24|24) 小时$/.test(printed)) return { hours: '24h' }
  return {}
}
