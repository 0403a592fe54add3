/** Find an institution's official service. */
import type { VNode } from 'preact'
import { Section } from '../parts/section.tsx'
import { InstitutionSearch, type InstitutionSearchProps } from './institution-search.tsx'

export function FindView({ language, now, find, say }: InstitutionSearchProps): VNode {
  return (
    <Section title={say('guide.find')}>
      <p>{say('find.lead')}</p>
      <InstitutionSearch language={language} now={now} find={find} say={say} />
    </Section>
  )
}
