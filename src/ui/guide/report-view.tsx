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

const reportFields = ['number', 'claimed', 'story'] as const
const disputeFields = ['should', 'source'] as const

interface Typed {
  number: string
  claimed: string
  story: string
  should: string
  source: string
}

export function ReportView({ now, newId, lookUp, say }: ReportViewProps): VNode {
  const [typed, setTyped] = useState<Typed>({ number: '', claimed: '', story: '', should: '', source: '' })
  const [id] = useState(() => newId().slice(0, 8))
  const verdict = useVerdict(typed.number, typed.claimed, lookUp)
  const facts: ReportFacts = { ...typed, publicSource: typed.source, date: dateAt(now()), verdict }
  const numbered = typed.number.trim() !== ''
  return (
    <>
      <Section title={say('guide.report')}>
        <p>{say('report.lead')}</p>
        {reportFields.map((field) => (
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
        {numbered ? (
          <Letter words={reportText(facts, say)} copy={say('report.copy')} say={say} />
        ) : (
          <p class="soft">{say('report.empty')}</p>
        )}
        <p class="small soft">{say('report.where')}</p>
      </Section>
      {numbered && (
        <Section title={say('dispute.title')}>
          <p>{say('dispute.lead')}</p>
          {disputeFields.map((field) => (
            <NoteField
              key={field}
              label={say(`dispute.${field}`)}
              value={typed[field]}
              onInput={(value) => setTyped({ ...typed, [field]: value })}
              say={say}
            />
          ))}
          <Letter words={disputeText(facts, `ZH-${id}`, say)} copy={say('dispute.copy')} say={say} />
        </Section>
      )}
    </>
  )
}

/** What the list says about the number, read together with the name that its caller claimed. */
function useVerdict(number: string, claimed: string, lookUp: ReportViewProps['lookUp']): Verdict | undefined {
  const [verdict, setVerdict] = useState<Verdict | undefined>(undefined)
  useEffect(() => {
    let current = true
    if (number.trim() === '') setVerdict(undefined)
    else
      lookUp(`${claimed}\n${number}`).then(
        ({ verdicts }) => current && setVerdict(verdicts.findLast(({ start }) => start >= claimed.length)),
        () => current && setVerdict(undefined),
      )
    return () => {
      current = false
    }
  }, [number, claimed])
  return verdict
}
