/** Texts for 12321 / 96110 and for the maintainers: made here, copied by the person, never sent. */
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { dateAt } from '../institution/opening.ts'
import { disputeText, type ReportFacts, reportText } from '../notebook/letters.ts'
import { Chip } from '../parts/chip.tsx'
import { NoteField } from '../parts/fields.tsx'
import { Section } from '../parts/section.tsx'
import type { LookUpAnswer } from '../popup/found.tsx'
import { Letter } from './call-form.tsx'

interface ReportViewProps {
  now: () => number
  newId: () => string
  lookUp: (text: string) => Promise<LookUpAnswer>
  say: Say<AppKey>
}

const fields = ['number', 'claimed', 'story'] as const

export function ReportView({ now, newId, lookUp, say }: ReportViewProps): VNode {
  const [typed, setTyped] = useState({ number: '', claimed: '', story: '' })
  const [verdict, setVerdict] = useState<Verdict | undefined>(undefined)
  const [id] = useState(() => newId().slice(0, 8))
  useEffect(() => {
    let current = true
    lookUp(typed.number).then(
      (found) => current && setVerdict(found.verdicts[0]),
      () => current && setVerdict(undefined),
    )
    return () => {
      current = false
    }
  }, [typed.number])
  const facts: ReportFacts = { ...typed, date: dateAt(now()), verdict }
  return (
    <Section title={say('guide.report')}>
      <p>{say('report.lead')}</p>
      {fields.map((field) => (
        <NoteField
          key={field}
          label={say(`report.${field}`)}
          value={typed[field]}
          rows={field === 'story' ? 3 : 1}
          onInput={(value) => setTyped({ ...typed, [field]: value })}
          say={say}
        />
      ))}
      <p role="status">{verdict && <Chip code={verdict.code} say={say} />}</p>
      <Letter words={reportText(facts, say)} copy={say('report.copy')} say={say} />
      <p class="small soft">{say('report.where')}</p>
      <h3 class="rows-title">{say('dispute.title')}</h3>
      <p class="small soft">{say('dispute.lead')}</p>
      <Letter words={disputeText(facts, `ZH-${id}`, say)} copy={say('dispute.copy')} say={say} />
    </Section>
  )
}
