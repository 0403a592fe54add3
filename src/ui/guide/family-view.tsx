/** The family card: chosen institutions' official lines on one printable page. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import { everydayName, type Language, localText } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { InstitutionAnswer, RegistryStatus } from '../../protocol.ts'
import { dayOf } from '../card/explain.ts'
import { dateAt } from '../institution/opening.ts'
import { linesFor } from '../institution/problem.ts'
import type { SavedLine } from '../notebook/saved-line.ts'
import { Button } from '../parts/button.tsx'
import { NumberText, readable } from '../parts/number-text.tsx'
import { Section } from '../parts/section.tsx'
import { InstitutionSearch } from './institution-search.tsx'

interface FamilyViewProps {
  language: Language
  status: RegistryStatus | undefined
  saved: SavedLine[]
  /** Those of them that are no longer official. */
  gone: SavedLine[]
  now: () => number
  find: (query: string) => Promise<InstitutionAnswer[]>
  onKeep: (line: SavedLine) => void
  onDrop: (line: SavedLine) => void
  onPrint: () => void
  say: Say<AppKey>
}

export function FamilyView(props: FamilyViewProps): VNode {
  const { saved, say, language, now, find } = props
  return (
    <Section title={say('guide.family')} heir={saved.length}>
      <p class="screen-only">{say('family.lead')}</p>
      {saved.length === 0 ? <p class="soft">{say('family.none')}</p> : <PrintedCard {...props} />}
      <div class="screen-only">
        <InstitutionSearch
          language={language}
          now={now}
          find={find}
          say={say}
          offer={(answer) => <Offer answer={answer} {...props} />}
        />
      </div>
    </Section>
  )
}

function PrintedCard({ saved, gone, status, onDrop, onPrint, say }: FamilyViewProps): VNode {
  const stamp = status?.stamp
  const isGone = (line: SavedLine): boolean => gone.some(({ canonical }) => canonical === line.canonical)
  return (
    <>
      <div class="family-card">
        <h3 class="family-title">{say('family.card')}</h3>
        <ul>
          {saved.map((line) => (
            <li class={isGone(line) ? 'family-line screen-only' : 'family-line'} key={line.canonical}>
              <span>
                <strong>{line.name}</strong>
                <br />
                <span class="small">{isGone(line) ? say('family.gone') : line.label}</span>
              </span>
              <span class="call-number">
                <NumberText>{readable(line.number)}</NumberText>
              </span>
              <span class="screen-only">
                <Button kind="quiet" label={say('family.remove', { name: line.name })} onPress={() => onDrop(line)}>
                  {say('family.remove.short')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
        <p>{say('family.rule')}</p>
        {stamp && <p class="small soft">{say('family.checked', { seq: stamp.seq, date: dayOf(stamp.provenAt) })}</p>}
        {stamp?.channel === 'development' && <p class="small">{say('note.development')}</p>}
      </div>
      <p class="screen-only">
        <Button kind="main" onPress={onPrint}>
          {say('family.print')}
        </Button>
      </p>
    </>
  )
}

/** Only official lines that one can call go on the card. */
function Offer({
  answer,
  saved,
  language,
  now,
  onKeep,
  say,
}: FamilyViewProps & { answer: InstitutionAnswer }): VNode | null {
  const { institution } = answer
  const line = linesFor('ask', institution.hotlines, dateAt(now())).find((each) => each.level === 'official')
  if (!line) return null
  if (saved.some((each) => each.canonical === line.canonical)) return <p class="small">{say('family.added')}</p>
  const kept: SavedLine = {
    institution: institution.id,
    name: everydayName(institution.name, language),
    number: line.number,
    canonical: line.canonical,
    label: localText(line.label, language),
    told: false,
  }
  return (
    <p>
      <Button onPress={() => onKeep(kept)}>{say('family.add')}</Button>
    </p>
  )
}
